package io.quorate.runner.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.Law;
import io.quorate.checker.laws.TraceReview;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.conduct.Traces;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated servers write the traces that real ones write, and the same laws hold for them. */
class TracesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "everything-simulated",
        "replace-one",
        "membership-cut",
        "power-loss-all",
        "restart-storm",
        "lagging-follower",
        "leaders-in-turn",
        "corrupt-one",
        "clock-rate"
      })
  void theTracesOfTheCorrectServerKeepEveryLaw(String schedule) {
    for (long seed = 1; seed <= 2; seed++) {
      TraceReview review = review(plan("raft", schedule, seed));

      assertThat(review.broken()).describedAs("%s, seed %d", schedule, seed).isEmpty();
      assertThat(review.gaps()).describedAs("%s, seed %d", schedule, seed).isEmpty();
      assertThat(review.allLines()).isGreaterThan(500);
    }
  }

  @Test
  void aMinorityThatCommitsIsSeenInItsTrace() {
    TraceReview review = review(plan("raft:B01", "isolate-leader", 1));

    assertThat(review.broken()).extracting(BrokenLaw::law).contains(Law.QUORUM);
  }

  @Test
  void twoVotesInOneTermAreSeen() {
    List<Law> seen =
        LongStream.rangeClosed(1, 8)
            .mapToObj(seed -> review(plan("raft:B04", "restart-storm", seed)))
            .flatMap(review -> review.broken().stream())
            .map(BrokenLaw::law)
            .toList();

    assertThat(seen).contains(Law.ONE_VOTE);
  }

  @Test
  void aStaleReadIsInNoTrace() {
    assertThat(review(plan("raft:B07", "isolate-leader", 1)).kept()).isTrue();
  }

  @Test
  void aSystemWithoutTracesHasNoReview() {
    assertThat(Traces.review(new RunFolder(folder), List.of("n1", "n2"))).isEmpty();
  }

  @Test
  void aTraceThatIsNoneIsAGap() throws Exception {
    RunFolder run = new RunFolder(folder);
    Files.createDirectories(run.node("n1"));
    Files.writeString(Traces.file(run, "n1"), "no trace\n");

    TraceReview review = Traces.review(run, List.of("n1")).orElseThrow();

    assertThat(review.broken()).isEmpty();
    assertThat(review.gaps())
        .singleElement()
        .asString()
        .startsWith("the trace of n1 cannot be read: ");
  }

  private TraceReview review(Plan plan) {
    Path own = folder.resolve(plan.system().replace(':', '-') + plan.name() + plan.seed());
    try {
      Files.createDirectories(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new SimulatedRun(plan, TrialPlans.workload(plan), own).execute();
    return Traces.review(new RunFolder(own), TrialPlans.nodes(plan)).orElseThrow();
  }

  private static Plan plan(String system, String schedule, long seed) {
    return new PlanBuilder(Schedules.named(schedule), seed)
        .name(schedule)
        .on("simulation")
        .system(system)
        .nodes(5)
        .rate(50)
        .main(Duration.ofSeconds(8))
        .build();
  }
}
