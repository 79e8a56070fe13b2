package io.quorate.nemesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  @Test
  void everyScheduleOfTheToolkitIsReadAndFitsItsClusters() {
    for (Schedule schedule : Schedules.all()) {
      assertThat(Schedules.NAMES).contains(schedule.name());
      assertThat(schedule.about()).as(schedule.name()).isNotBlank().hasSizeLessThan(200);
      assertThat(schedule.repeat()).as(schedule.name()).isTrue();
      assertThat(Schedules.notes(schedule)).as(schedule.name()).isEmpty();
      for (int size = schedule.minNodes(); size <= 9; size++) {
        List<String> nodes = nodes(size);
        assertThatCode(() -> Schedules.requireFit(schedule, nodes)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void everyScheduleOfTheToolkitIsWrittenAndReadAgain() {
    for (Schedule schedule : Schedules.all()) {
      assertThat(Schedules.read("other", Schedules.write(schedule))).isEqualTo(schedule);
    }
  }

  @Test
  void theDefaultScheduleShowsFiveFaultsOfThreeSecondsWithinThirty() {
    Duration longest = Duration.ZERO;
    Duration sinceInject = Duration.ZERO;
    int faults = 0;
    for (Step step : Schedules.named("default").steps()) {
      if (step instanceof Step.Wait wait) {
        longest = longest.plus(wait.most());
        sinceInject = sinceInject.plus(wait.least());
      } else if (step instanceof Step.Await await) {
        longest = longest.plus(await.patience());
      } else if (step instanceof Step.Inject) {
        faults++;
        sinceInject = Duration.ZERO;
      } else if (step instanceof Step.Heal) {
        assertThat(sinceInject).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
      }
    }

    assertThat(faults).isEqualTo(5);
    assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void everyScheduleOfTheToolkitHasItsRowInTheDocument() throws Exception {
    String document = Files.readString(Path.of("../docs/schedules.md"));

    for (Schedule schedule : Schedules.all()) {
      assertThat(document).contains("| `" + schedule.name() + "` | " + schedule.minNodes() + " |");
    }
  }

  @Test
  void theExamplesOfTheDocumentAreSchedules() throws Exception {
    String document = Files.readString(Path.of("../docs/schedules.md"));
    int examples = 0;
    for (int at = document.indexOf("```yaml\n"); at >= 0; at = document.indexOf("```yaml\n", at)) {
      int end = document.indexOf("```\n", at + 8);
      String example = document.substring(at + 8, end);
      assertThatCode(() -> Schedules.read("example", example)).doesNotThrowAnyException();
      examples++;
      at = end;
    }

    assertThat(examples).isGreaterThanOrEqualTo(2);
  }

  @Test
  void anyScheduleIsWrittenAndReadAgain() {
    for (long seed = 0; seed < 2_000; seed++) {
      Schedule schedule = drawn(RandomStream.of(seed, "schedule"));

      String text = Schedules.write(schedule);

      assertThat(Schedules.read("other", text)).as("seed %d:%n%s", seed, text).isEqualTo(schedule);
    }
  }

  @Test
  void aScheduleAsExecutedIsWrittenAsPeopleWouldWriteIt() {
    Schedule executed =
        new Schedule(
            "isolate-leader",
            "as executed",
            3,
            false,
            List.of(
                new Step.Wait(Duration.ofNanos(1_234_567_891), Duration.ofNanos(1_234_567_891)),
                new Step.Inject(
                    "f1",
                    new FaultSpec.Cut(List.of(new Link("n1", "n2"), new Link("c1", "n2"))),
                    Duration.ofSeconds(5)),
                new Step.Await(new Step.Condition.LeaderOutside("f1"), Duration.ofMillis(2500)),
                new Step.Reads(new Step.Place.Struck("f1"), 5, Duration.ofMillis(50)),
                new Step.Heal("f1")));

    assertThat(Schedules.write(executed))
        .isEqualTo(
            """
            name: isolate-leader
            about: "as executed"
            needs: {nodes: 3}
            repeat: false
            steps:
              - wait: 1.234567891s
              - inject: {cut: [n1->n2, c1->n2]}
                as: f1
                patience: 5s
              - await: {leader-outside: f1}
                patience: 2.5s
              - reads: {at: f1, times: 5, every: 50ms}
              - heal: f1
            """);
  }

  @Test
  void anUnknownNameIsComparedWithTheKnownOnes() {
    assertThatThrownBy(() -> Schedules.named("isolate-leadr"))
        .isInstanceOf(ScheduleException.class)
        .hasMessageStartingWith(
            "unknown schedule \"isolate-leadr\", did you mean \"isolate-leader\"?");
  }

  @Test
  void aScheduleThatNeedsMoreNodesIsRefused() {
    assertThatThrownBy(() -> Schedules.requireFit(Schedules.named("bridge"), nodes(2)))
        .hasMessage(
            "schedule bridge needs 3 nodes, the cluster has 2: give it more, or choose another"
                + " schedule");
    Schedule undeclared = Schedules.read("mine", "steps: [{inject: {kill: minority}}]");
    assertThatThrownBy(() -> Schedules.requireFit(undeclared, nodes(2)))
        .hasMessageStartingWith("schedule mine needs 3 nodes, the cluster has 2");
  }

  @Test
  void unknownPlacesAreRefused() {
    Schedule kill = Schedules.read("mine", "steps: [{inject: {kill: [n9]}}]");
    Schedule cut = Schedules.read("mine", "steps: [{wait: 1s}, {inject: {cut: [c9->n1]}}]");

    assertThatThrownBy(() -> Schedules.requireFit(kill, nodes(3)))
        .hasMessage(
            "schedule mine, step 1: unknown node \"n9\", did you mean \"n1\"? (known here: n1, n2,"
                + " n3)");
    assertThatThrownBy(() -> Schedules.requireFit(cut, nodes(2)))
        .hasMessageStartingWith("schedule mine, step 2: unknown node or client group \"c9\"");
  }

  @Test
  void aFaultNeverHealedIsSaid() {
    String steps = "steps: [{inject: {kill: one}}]";

    assertThat(Schedules.notes(Schedules.read("mine", steps)))
        .containsExactly(
            "\"kill\" is never healed by a step: it is lifted at the end of its steps");
    assertThat(Schedules.notes(Schedules.read("mine", "repeat: true\n" + steps)))
        .containsExactly("\"kill\" is never healed by a step: it is lifted before it starts over");
  }

  private static Schedule drawn(RandomStream random) {
    Draws draws = new Draws(random);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < draws.below(8); i++) {
      String as = draws.word() + i;
      steps.add(new Step.Wait(draws.span(), Duration.ofHours(24)));
      steps.add(new Step.Inject(as, draws.fault(), draws.span()));
      steps.add(new Step.Await(new Step.Condition.WriteOutside(as), draws.span()));
      steps.add(new Step.Reads(new Step.Place.Struck(as), 1 + draws.below(9), draws.span()));
      steps.add(new Step.Heal(as));
      List<Step> way = List.copyOf(steps.subList(steps.size() - 5, steps.size()));
      steps.add(new Step.AnyOf(List.of(way, List.of(), List.of(new Step.AnyOf(List.of(way))))));
      steps.add(new Step.EachOf(List.of(way, List.of(new Step.EachOf(List.of(List.of(), way))))));
    }
    int nodes = 1 + draws.below(9);
    return new Schedule(draws.word(), draws.word(), nodes, draws.below(2) == 0, steps);
  }

  private static List<String> nodes(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
  }

  private static final class Draws {
    private static final List<String> WORDS =
        List.of(
            "a", "true", "null", "1", "", " x ", "a: b", "é\u0007\"\\", "n1->n2", "-", "#", "~");

    private RandomStream random;

    Draws(RandomStream random) {
      this.random = random;
    }

    int below(int bound) {
      random = random.next();
      return (int) random.below(bound);
    }

    String word() {
      return WORDS.get(below(WORDS.size()));
    }

    Duration span() {
      List<Long> units = List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L);
      return Duration.ofNanos(below(1_000) * units.get(below(units.size())));
    }

    FaultSpec fault() {
      return switch (below(9)) {
        case 0 -> new FaultSpec.Isolate(target(), below(2) == 0);
        case 1 -> new FaultSpec.Halves(below(2) == 0);
        case 2 -> new FaultSpec.MajoritiesRing();
        case 3 -> new FaultSpec.Bridge();
        case 4 -> new FaultSpec.OneWay(target(), below(2) == 0);
        case 5 -> new FaultSpec.Cut(List.of(new Link("n1", "n" + (2 + below(9)))));
        case 6 -> new FaultSpec.Kill(target());
        case 7 -> new FaultSpec.Pause(target());
        default -> new FaultSpec.Slow(target(), span(), span());
      };
    }

    private Target target() {
      return switch (below(10)) {
        case 0 -> new Target.Leader();
        case 1 -> new Target.Follower();
        case 2 -> new Target.One();
        case 3 -> new Target.Minority();
        case 4 -> new Target.Majority();
        case 5 -> new Target.All();
        case 6 -> new Target.Bystander();
        case 7 -> new Target.LeaderMinority();
        case 8 -> new Target.LeaderAnd(below(6));
        default -> new Target.Named(List.of("n1", "x y", "true"));
      };
    }
  }
}
