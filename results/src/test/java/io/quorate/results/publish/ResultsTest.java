package io.quorate.results.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.results.Outcome.Grade;
import io.quorate.results.RunSettings;
import io.quorate.results.insight.Insights;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import io.quorate.results.store.RunFolder;
import io.quorate.results.store.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final RunSettings SETTINGS =
      RunSettings.of("calm", "plan: calm", "./quorate run", SampleRun.WORKERS, false);
  private static final History HISTORY = SampleRun.of(1, 10, 60, List.of());

  @TempDir Path root;

  @Test
  void aRunIsJudgedDrawnWrittenAndSummedUp() throws IOException {
    RunFolder folder = RunFolder.create(root, "calm", Instant.EPOCH, 1);

    Written written =
        Results.write(
            folder,
            HISTORY,
            Analyses.green(HISTORY),
            Insights.NONE,
            SETTINGS,
            List.of(),
            List.of());

    assertThat(written.problems()).isEmpty();
    assertThat(written.exitCode()).isZero();
    assertThat(folder.verdict()).exists();
    assertThat(folder.measures()).exists();
    assertThat(folder.charts().resolve("rate.png")).exists();
    assertThat(Files.readString(folder.report())).contains("data:image/png;base64,", "charts/");
    assertThat(written.summary()).contains("verdict: PASS (exit 0)", folder.report().toString());
  }

  @Test
  void aRunReportedAgainFromItsFolderComesToTheSame() throws IOException {
    RunFolder folder = RunFolder.create(root, "calm", Instant.EPOCH, 1);
    Results.write(
        folder,
        HISTORY,
        Analyses.red(HISTORY),
        Insights.NONE,
        SETTINGS,
        List.of(),
        List.of("Lost n2."));
    String before = Files.readString(folder.verdict());

    Results.write(
        folder,
        HISTORY,
        Analyses.red(HISTORY),
        Insights.NONE,
        VerdictFile.readSettings(folder.verdict()),
        List.of(),
        VerdictFile.readHarnessFailures(folder.verdict()));

    assertThat(Files.readString(folder.verdict())).isEqualTo(before);
  }

  @Test
  void aFolderThatCannotBeWrittenNeverTurnsRedIntoAnotherColour() throws IOException {
    RunFolder folder = new RunFolder(Files.writeString(root.resolve("occupied"), "a file"));

    Written red =
        Results.write(
            folder, HISTORY, Analyses.red(HISTORY), Insights.NONE, SETTINGS, List.of(), List.of());
    Written green =
        Results.write(
            folder,
            HISTORY,
            Analyses.green(HISTORY),
            Insights.NONE,
            SETTINGS,
            List.of(),
            List.of());

    assertThat(red.exitCode()).isEqualTo(1);
    assertThat(red.problems()).anyMatch(p -> p.contains("verdict.json was not written"));
    assertThat(green.judgement().outcome().grade()).isEqualTo(Grade.HARNESS);
  }

  @Test
  void chartsThatFailLeaveGreenGreenAndAreTold() throws IOException {
    RunFolder folder = RunFolder.create(root, "calm", Instant.EPOCH, 1);
    Files.writeString(folder.charts(), "in the way");

    Written written =
        Results.write(
            folder,
            HISTORY,
            Analyses.green(HISTORY),
            Insights.NONE,
            SETTINGS,
            List.of(),
            List.of());

    assertThat(written.exitCode()).isZero();
    assertThat(written.summary()).contains("note:    The chart rate was not drawn");
    assertThat(Files.readString(folder.report())).contains("The chart rate was not drawn");
  }
}
