package io.quorate.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.History;
import io.quorate.results.Limits;
import io.quorate.results.Requirements;
import io.quorate.results.RunSettings;
import io.quorate.results.insight.Insights;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Instant START = Instant.parse("2026-11-23T10:20:30Z");

  @TempDir Path root;

  @Test
  void aRunLiesUnderItsPlanByTimeAndSeed() throws IOException {
    RunFolder folder = RunFolder.create(root, "mixed", START, 4711);

    assertThat(root.relativize(folder.path())).hasToString("mixed/20261123T102030Z-4711");
  }

  @Test
  void twoRunsOfTheSameSecondHaveTwoFolders() throws IOException {
    RunFolder first = RunFolder.create(root, "mixed", START, 1);
    RunFolder second = RunFolder.create(root, "mixed", START, 1);

    assertThat(second.path()).isNotEqualTo(first.path()).isDirectory();
  }

  @Test
  void latestLeadsToTheLastRun() throws IOException {
    RunFolder.create(root, "mixed", START, 1);
    RunFolder last = RunFolder.create(root, "calm", START.plusSeconds(9), 2);

    assertThat(RunFolder.open(root.resolve("latest"))).isEqualTo(open(last));
  }

  @Test
  void aLatestThatIsAFileLeadsThereToo() throws IOException {
    RunFolder last = RunFolder.create(root, "calm", START, 2);
    Files.delete(root.resolve("latest"));
    Files.writeString(root.resolve("latest"), "calm/20261123T102030Z-2\n");

    assertThat(RunFolder.open(root.resolve("latest"))).isEqualTo(open(last));
  }

  @Test
  void aHostileNameCannotLeaveTheRoot() throws IOException {
    RunFolder folder = RunFolder.create(root, "../../etc/pa ss\u0000wd", START, 1);

    assertThat(folder.path().normalize()).startsWithRaw(root);
    assertThat(root.relativize(folder.path()).getName(0)).hasToString("etc-pa-ss-wd");
    assertThat(folder.node("../x").normalize()).startsWithRaw(folder.path());
  }

  @Test
  void settingsComeBackFromTheVerdictAsTheyWere() throws IOException {
    RunSettings settings =
        RunSettings.of("mixed", "a: \"b\"\n", "./quorate run --seed 1", 10, true)
            .withDoubts(List.of("Interrupted."))
            .withRequirements(new Requirements(2, 1, 5, 6, Duration.ofMillis(1500), 7, 8, 0.5))
            .withLimits(new Limits(Duration.ofSeconds(3), null, Duration.ofMillis(9)))
            .withFacts(Map.of("world", "local"));
    History history = SampleRun.of(1, 5, 50, List.of());
    Path file = root.resolve("verdict.json");

    VerdictFile.write(
        file,
        Judgement.of(
            history, Analyses.red(history), Insights.NONE, settings, List.of("n2 was lost.")));

    assertThat(VerdictFile.readSettings(file)).isEqualTo(settings);
    assertThat(VerdictFile.readHarnessFailures(file)).containsExactly("n2 was lost.");
    assertThat(Files.readString(file))
        .contains("\"version\" : 1", "\"exitCode\" : 1", "\"outcome\" : \"violation\"", "\"k7\"");
  }

  @Test
  void aVerdictOfAnotherVersionIsRefused() throws IOException {
    Path file = Files.writeString(root.resolve("verdict.json"), "{\"version\": 99}");

    assertThatThrownBy(() -> VerdictFile.readSettings(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }

  private static RunFolder open(RunFolder folder) throws IOException {
    return new RunFolder(folder.path().toRealPath());
  }
}
