package io.quorate.results.coverage;

import static io.quorate.results.coverage.CutShapeTest.between;
import static io.quorate.results.coverage.CutShapeTest.both;
import static io.quorate.results.coverage.CutShapeTest.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Entry;
import io.quorate.history.Entry.Phase;
import io.quorate.history.Evidence;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Link;
import io.quorate.results.coverage.CutShape.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CutCoverageTest {
  private static final List<Link> N1_AWAY = both(List.of("n1"), List.of("n2", "n3"));
  private static final List<Link> N2_UNHEARD = between(List.of("n2"), List.of("n1", "n3"));

  private final History.Builder history =
      History.builder(
          new Header(Header.CURRENT_VERSION, "register", Header.FailedCas.OBSERVE, 1, nodes(3)));

  @Test
  void countsWhatWasTakenAndWhatLandedOfEachShape() {
    cut("f1", 10, N1_AWAY, "n1");
    cut("f2", 20, N1_AWAY, "n2");
    cut("lost", 30, N1_AWAY, "n1");
    cut("f4", 40, N2_UNHEARD, "n3");

    CutCoverage coverage = coverage();

    assertThat(coverage.count(new CutShape(Kind.BOTH_WAYS, 1)))
        .isEqualTo(new CutCoverage.Count(2, 1));
    assertThat(coverage.count(new CutShape(Kind.BOTH_WAYS, 2)))
        .isEqualTo(new CutCoverage.Count(1, 1));
    assertThat(coverage.count(new CutShape(Kind.DEAF, 2))).isEqualTo(new CutCoverage.Count(1, 1));
    assertThat(coverage.count(new CutShape(Kind.NOT_HEARD, 1)))
        .isEqualTo(new CutCoverage.Count(0, 0));
    assertThat(coverage.shapesLanded()).isEqualTo(3);
  }

  /** A pair is broken by a cut that did not land, and by one of no shape. */
  @Test
  void countsOrderedPairsThatLandedRightBehindOneAnother() {
    cut("f1", 10, N1_AWAY, "n1");
    cut("f2", 20, N1_AWAY, "n2");
    cut("f3", 30, N1_AWAY, "n1");
    cut("f4", 40, N1_AWAY, "n2");
    cut("lost", 50, N2_UNHEARD, "n3");
    cut("f6", 60, N1_AWAY, "n1");
    cut("f7", 70, List.of(new Link("n1", "n2")), "n1");
    cut("f8", 80, N2_UNHEARD, "n2");

    assertThat(coverage().pairs()).hasSize(2);
    assertThat(coverage().others()).isEqualTo(1);
    assertThat(coverage().allPairs()).isEqualTo(56);
  }

  @Test
  void otherFaultsAreNoCutsAndWithoutALeaderThereIsNoShape() {
    cut("f1", 10, N1_AWAY, null);
    fault("f2", "delay 50 ms on 4 links", 20, N1_AWAY, null);

    assertThat(coverage().leaderless()).isEqualTo(1);
    assertThat(coverage().counts()).isEmpty();
    assertThat(coverage().any()).isFalse();
  }

  @Test
  void aWalkIsWrittenInWordsThatPeopleCanRead() {
    cut("f1", 10, N1_AWAY, "n1");
    cut("lost", 20, N2_UNHEARD, "n3");
    cut("f3", 30, List.of(new Link("n1", "n2")), "n1");
    cut("f4", 40, N1_AWAY, null);

    assertThat(CutWalk.of(history.build(), id -> !id.equals("lost")).text())
        .isEqualTo("3 both-ways:1 deaf:2! other leaderless");
    assertThat(CutWalk.read("")).isEqualTo(new CutWalk(0, List.of()));
    for (String wrong : List.of("three", "3 deaf", "3 deaf:x", "3 blind:1", "3  deaf:1")) {
      assertThatThrownBy(() -> CutWalk.read(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no walk of cuts: " + wrong);
    }
  }

  @Test
  void runsOfOneSizeAreCountedTogether() {
    CutCoverage both =
        CutCoverage.of(
            3,
            List.of(
                CutWalk.read("3 deaf:1 deaf:2"),
                CutWalk.read("3 deaf:2 deaf:1! deaf:1"),
                CutWalk.read("5 not-heard:4 other")));

    assertThat(both.count(new CutShape(Kind.DEAF, 1))).isEqualTo(new CutCoverage.Count(3, 2));
    assertThat(both.pairs()).hasSize(1);
    assertThat(both.others()).isZero();
  }

  private CutCoverage coverage() {
    CutWalk walk = CutWalk.of(history.build(), id -> !id.equals("lost"));
    assertThat(CutWalk.read(walk.text())).isEqualTo(walk);
    return CutCoverage.of(walk);
  }

  private void cut(String id, long at, List<Link> links, @Nullable String leader) {
    fault(id, "partition " + id, at, links, leader);
  }

  private void fault(String id, String words, long at, List<Link> links, @Nullable String leader) {
    Evidence seen = leader == null ? null : Evidence.ofLeader(leader);
    history.add(new Entry.Disturbed(at, id, words, Phase.COMMANDED, links, List.of(), seen));
  }
}
