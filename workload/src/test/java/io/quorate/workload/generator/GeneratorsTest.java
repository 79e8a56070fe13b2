package io.quorate.workload.generator;

import static io.quorate.workload.Script.op;
import static io.quorate.workload.Script.played;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Script;
import io.quorate.workload.playback.Client;
import io.quorate.workload.playback.Playback;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
  private static final Generator A = Generators.repeat(op("a", 0));
  private static final Generator B = Generators.repeat(op("b", 0));
  private static final Generator ONE_TWO = Generators.list(List.of(op("a", 1), op("a", 2)));

  @Test
  void aListIsAskedInItsOrderByWhoeverIsFree() {
    Generator four =
        Generators.list(List.of(op("a", 1), op("a", 2), op("a", 3), op("a", 4), op("a", 5)));

    assertThat(played(four, 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 2
              0 w2 a 3
             10 w0 a 4
             10 w1 a 5
            """);
  }

  @Test
  void onceAndNothingAreShortLists() {
    assertThat(played(Generators.once(op("a", 1)), 9)).isEqualTo("  0 w0 a 1\n");
    assertThat(played(Generators.nothing(), 9)).isEqualTo("\n");
  }

  @Test
  void aCycleBeginsAgainWhenItIsDone() {
    assertThat(played(Generators.cycle(2, ONE_TWO), 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 2
              0 w2 a 1
             10 w0 a 2
            """);
    assertThat(played(Generators.cycle(ONE_TWO), 5).lines()).hasSize(5);
    assertThat(played(Generators.cycle(0, ONE_TWO), 5)).isEqualTo("\n");
    assertThat(played(Generators.cycle(Generators.nothing()), 5)).isEqualTo("\n");
  }

  @Test
  void aLimitCountsWhatIsEmittedAndNotWhatIsAnswered() {
    assertThat(played(Generators.limit(4, A), 9).lines()).hasSize(4);
    assertThat(played(Generators.limit(0, A), 9)).isEqualTo("\n");
  }

  @Test
  void thenGoesOnWithoutWaitingForAnyone() {
    assertThat(played(Generators.then(ONE_TWO, Generators.once(op("b", 0))), 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 2
              0 w2 b 0
            """);
  }

  @Test
  void aPhaseBeginsWhenAllWorkersAreFree() {
    Generator phases = Generators.phases(ONE_TWO, Generators.nothing(), ONE_TWO);

    assertThat(played(phases, 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 2
             10 w0 a 1
             10 w1 a 2
            """);
  }

  @Test
  void synchroniseWaitsForAllWorkersWhereItStands() {
    Generator whole = Generators.then(ONE_TWO, Generators.synchronise(Generators.limit(1, B)));

    assertThat(played(whole, 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 2
             10 w0 b 0
            """);
  }

  @Test
  void flipFlopTakesOneOfEachAndEndsWithTheFirstThatIsDone() {
    assertThat(played(Generators.flipFlop(ONE_TWO, B), 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 b 0
              0 w2 a 2
             10 w0 b 0
            """);
  }

  @Test
  void anyServesThoseDueAtTheSameTimeInTurn() {
    assertThat(played(Generators.any(A, ONE_TWO, B), 7))
        .isEqualTo(
            """
              0 w0 a 0
              0 w1 a 1
              0 w2 b 0
             10 w0 a 0
             10 w1 a 2
             10 w2 b 0
             20 w0 a 0
            """);
  }

  @Test
  void aMixKeepsItsWeights() {
    RandomStream random = RandomStream.of(1, "mix");
    Generator mix = Generators.mix(random, List.of(6, 2, 2), List.of(A, B, A));

    String text = played(mix, 10_000);

    assertThat(text.lines().filter(line -> line.contains(" b ")).count()).isBetween(1_900L, 2_100L);
  }

  @Test
  void aMixGoesOnWithTheOthersWhenAPartIsDone() {
    Generator mix = Generators.mix(RandomStream.of(1, "mix"), ONE_TWO, Generators.limit(3, B));

    assertThat(played(mix, 9).lines().map(line -> line.substring(7)))
        .containsExactlyInAnyOrder("a 1", "a 2", "b 0", "b 0", "b 0");
  }

  @Test
  void untilOkEndsAfterTheFirstThatEndsWell() {
    Client failsUntil30 =
        (now, worker, invocation) ->
            new Client.Reply(
                10 * Script.MS,
                now < 30 * Script.MS
                    ? new Completion.Fail("no leader")
                    : new Completion.Ok(Value.NIL));

    String text = Script.text(Playback.of(Generators.untilOk(A), 1, 1, 99, failsUntil30));

    assertThat(text)
        .isEqualTo(
            """
              0 w0 a 0
             10 w0 a 0
             20 w0 a 0
             30 w0 a 0
            """);
  }

  @Test
  void untilOkDoesNotListenToTheOperationsOfOthers() {
    Generator both = Generators.any(Generators.untilOk(Generators.limit(3, A)), B);
    Client okForB =
        (now, worker, invocation) ->
            new Client.Reply(
                10 * Script.MS,
                invocation.function().equals("b")
                    ? new Completion.Ok(Value.NIL)
                    : new Completion.Fail("no"));

    String text = Script.text(Playback.of(both, 3, 3, 30, okForB));

    assertThat(text.lines().filter(line -> line.contains(" a ")).count()).isEqualTo(3);
  }

  @Test
  void untilCrashedCountsOnlyWhatWeighs() {
    Generator flip = Generators.flipFlop(Generators.repeat(op("read", 0)), A);
    Generator of = Generators.untilCrashed(2, i -> !i.function().equals("read"), flip);

    String text = Script.text(Playback.of(of, 1, 1, 99, Script.info(10)));

    assertThat(text.lines().map(line -> line.substring(7)))
        .containsExactly("read 0", "a 0", "read 0", "a 0");
  }

  @Test
  void filterAndMapChangeWhatIsAsked() {
    Generator odd = Generators.filter(i -> i.equals(op("a", 1)), Generators.cycle(2, ONE_TWO));
    Generator keyed = Generators.map(i -> new Invocation(i.function(), "x", i.argument()), odd);

    assertThat(played(keyed, 9))
        .isEqualTo(
            """
              0 w0 a x 1
              0 w1 a x 1
            """);
  }

  @Test
  void aFilterThatLetsNothingThroughStopsTheProgramInsteadOfHanging() {
    Generator none = Generators.filter(i -> false, A);

    assertThatThrownBy(() -> played(none, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lets nothing through");
  }

  @Test
  void drawnOperationsAreThoseOfTheirStream() {
    RandomStream random = RandomStream.of(1, "draws");
    Generator drawn = Generators.draw(random, at -> op("a", at.below(100)));

    assertThat(played(drawn, 3)).isEqualTo(played(drawn, 3));
    assertThat(played(drawn, 1)).isEqualTo("  0 w0 a " + random.below(100) + "\n");
  }

  @Test
  void wrongCountsAndWeightsAreRefused() {
    RandomStream random = RandomStream.of(1, "mix");

    assertThatThrownBy(() -> Generators.limit(-1, A))
        .hasMessage("limit must be at least 0, got -1");
    assertThatThrownBy(() -> Generators.mix(random, List.of(1, 0), List.of(A, B)))
        .hasMessage("each of 2 parts needs a positive weight, got [1, 0]");
  }
}
