package io.quorate.runner.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.plan.Plan.Sabotage;
import io.quorate.workload.Routing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
  private static final Path KEPT = Path.of("/runs/a plan/plan.yaml");

  @Test
  void whatTheCommandLineCanSayIsSaidInWords() {
    String command =
        command(plan ->
            plan.system("raft:B07")
                .main(Duration.ofSeconds(5))
                .routing(Routing.PINNED)
                .sabotage(Sabotage.DEAF_LINKS));

    assertThat(command)
        .isEqualTo(
            "./quorate run --on local --system raft:B07 --nodes 5 --workload cas-register"
                + " --schedule calm --seconds 5.0 --rate 300.0 --clients 15 --keys 10"
                + " --routing pinned --sabotage deaf-links --seed 7");
  }

  @Test
  void whatItCannotSayIsRepeatedByTheKeptPlan() {
    String byFile = "./quorate run '/runs/a plan/plan.yaml'";

    assertThat(command(plan -> plan.warmUp(Duration.ofSeconds(9)))).isEqualTo(byFile);
    assertThat(command(plan -> plan.shares(1, 1, 0))).isEqualTo(byFile);
    assertThat(command(plan -> plan.workersPerKey(1))).isEqualTo(byFile);
    assertThat(
            command(
                plan -> plan.schedule(Schedules.read("mine", "about: x\nsteps:\n  - wait: 1s\n"))))
        .isEqualTo(byFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain/Path-1.yaml", "two words", "it's", "$HOME;`rm`", "*", "", "a\nb"})
  void aShellReadsAQuotedWordAsItWas(String word) throws Exception {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "printf '%s' " + PlanCommand.quoted(word)).start();
    String read = new String(shell.getInputStream().readAllBytes(), UTF_8);

    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(read).isEqualTo(word);
  }

  private static String command(UnaryOperator<PlanBuilder> changes) {
    PlanBuilder plan = new PlanBuilder(Schedules.named("calm"), 7);
    return PlanCommand.of(changes.apply(plan).build(), KEPT);
  }
}
