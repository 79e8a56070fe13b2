package io.quorate.results.measures.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Link;
import io.quorate.results.measures.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SidesTest {
  private static final List<String> FIVE = List.of("n1", "n2", "n3", "n4", "n5");
  private static final List<String> GROUPS = List.of("c1", "c2", "c3", "c4", "c5");

  @Test
  void anIsolatedNodeWithItsClientsIsASideWithoutMajority() {
    List<Link> cut = between(List.of("n3", "c3"), List.of("n1", "n2", "n4", "n5"));
    cut.addAll(between(List.of("n3"), List.of("c1", "c2", "c4", "c5")));

    List<Side> sides = new Sides(FIVE, cut, List.of()).of(GROUPS);

    assertThat(sides)
        .containsExactly(
            new Side(
                "n1 n2 n4 n5 + c1 c2 c4 c5",
                List.of("n1", "n2", "n4", "n5"),
                List.of("c1", "c2", "c4", "c5"),
                true),
            new Side("n3 + c3", List.of("n3"), List.of("c3"), false));
  }

  @Test
  void clientsThatReachBothHalvesDoNotMendThePartition() {
    List<Link> cut = between(List.of("n3"), List.of("n1", "n2", "n4", "n5"));

    List<Side> sides = new Sides(FIVE, cut, List.of()).of(GROUPS);

    assertThat(sides).hasSize(2);
    assertThat(sides.getFirst().clients()).isEqualTo(GROUPS);
    assertThat(sides.getLast()).isEqualTo(new Side("n3", List.of("n3"), List.of(), false));
  }

  @Test
  void oneDeafDirectionSeparatesTwoNodes() {
    List<Link> cut = new ArrayList<>();
    for (String other : List.of("n2", "n3")) {
      cut.add(new Link("n1", other));
    }

    List<Side> sides = new Sides(List.of("n1", "n2", "n3"), cut, List.of()).of(List.of());

    assertThat(sides).extracting(Side::nodes).containsExactly(List.of("n2", "n3"), List.of("n1"));
  }

  @Test
  void everyNodeOfAMajoritiesRingIsOnOneSideThatCanServe() {
    List<Link> cut = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cut.add(new Link(FIVE.get(i), FIVE.get((i + 2) % 5)));
      cut.add(new Link(FIVE.get((i + 2) % 5), FIVE.get(i)));
    }

    List<Side> sides = new Sides(FIVE, cut, List.of()).of(GROUPS);

    assertThat(sides).hasSize(1);
    assertThat(sides.getFirst().majority()).isTrue();
  }

  @Test
  void aChainOfSevenHasNobodyWhoSeesAMajority() {
    List<String> seven = List.of("n1", "n2", "n3", "n4", "n5", "n6", "n7");
    List<Link> cut = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        if (Math.abs(i - j) > 1) {
          cut.add(new Link(seven.get(i), seven.get(j)));
        }
      }
    }

    Sides sides = new Sides(seven, cut, List.of());

    assertThat(sides.of(List.of())).hasSize(1);
    assertThat(sides.leaveMajority()).isFalse();
  }

  @Test
  void aMajorityOfKilledNodesLeavesNobodyWhoCanServe() {
    assertThat(new Sides(FIVE, List.of(), List.of("n1", "n2")).leaveMajority()).isTrue();
    assertThat(new Sides(FIVE, List.of(), List.of("n1", "n2", "n3")).leaveMajority()).isFalse();
  }

  @Test
  void clientsWithoutAnyNodeAreASideOfTheirOwn() {
    List<Link> cut = between(List.of("c1"), FIVE);

    List<Side> sides = new Sides(FIVE, cut, List.of()).of(GROUPS);

    assertThat(sides.getLast())
        .isEqualTo(new Side("no node + c1", List.of(), List.of("c1"), false));
  }

  /**
   * Every random cut: each node and each group is on exactly one side, at most one has a majority.
   */
  @Test
  void sidesPartitionThePlacesAndTwoMajoritiesNeverExist() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Link> cut = new ArrayList<>();
      double share = random.nextDouble();
      List<String> places = new ArrayList<>(FIVE);
      places.addAll(GROUPS);
      for (String a : places) {
        for (String b : places) {
          if (!a.equals(b) && random.nextDouble() < share) {
            cut.add(new Link(a, b));
          }
        }
      }

      List<Side> sides = new Sides(FIVE, cut, List.of()).of(GROUPS);

      assertThat(sides.stream().flatMap(s -> s.nodes().stream()))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(FIVE);
      assertThat(sides.stream().flatMap(s -> s.clients().stream()))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(GROUPS);
      assertThat(sides.stream().filter(Side::majority).count())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(1);
    }
  }

  private static List<Link> between(List<String> some, List<String> others) {
    List<Link> links = new ArrayList<>();
    for (String a : some) {
      for (String b : others) {
        links.add(new Link(a, b));
        links.add(new Link(b, a));
      }
    }
    return links;
  }
}
