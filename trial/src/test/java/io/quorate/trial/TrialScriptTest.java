package io.quorate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trial as a document: each script tells events, and the golden text below each reaction. */
class TrialScriptTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/scripts");
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Map<String, Schedule> SCHEDULES =
      Map.of(
          "calm",
          schedule("calm", false),
          "isolate-leader",
          schedule(
              "isolate-leader",
              false,
              wait(500),
              new Step.Inject("cut", new FaultSpec.Isolate(new Target.Leader(), true), PATIENCE),
              new Step.Await(new Step.Condition.WriteOutside("cut"), PATIENCE),
              new Step.Reads(new Step.Place.Struck("cut"), 2, Duration.ofMillis(100)),
              wait(300),
              new Step.Heal("cut")),
          "kill-forever",
          schedule(
              "kill-forever",
              true,
              wait(500),
              new Step.Inject("dead", new FaultSpec.Kill(new Target.Leader()), PATIENCE)),
          "leader-watched",
          schedule(
              "leader-watched",
              false,
              new Step.Inject("cut", new FaultSpec.Pause(new Target.Leader()), PATIENCE),
              new Step.Await(
                  new Step.Condition.LeaderOutside("cut"), PATIENCE, Duration.ofMillis(10)),
              new Step.Inject("more", new FaultSpec.Pause(new Target.Bystander()), PATIENCE)),
          "leader-then-heal",
          schedule(
              "leader-then-heal",
              false,
              new Step.Inject("cut", new FaultSpec.Pause(new Target.Leader()), PATIENCE),
              new Step.Await(new Step.Condition.LeaderOutside("cut"), PATIENCE),
              wait(200),
              new Step.Heal("cut")));

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theTrialReactsAsTheScriptSays(Path script) throws IOException {
    String expected = Files.readString(script);

    String actual = new TrialScript(SCHEDULES).run(expected);

    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(script, actual);
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static Step wait(int millis) {
    return new Step.Wait(Duration.ofMillis(millis), Duration.ofMillis(millis));
  }

  private static Schedule schedule(String name, boolean repeat, Step... steps) {
    return new Schedule(name, "for tests", 1, repeat, List.of(steps));
  }
}
