package io.quorate.results.publish;

import io.quorate.checker.Analysis;
import io.quorate.history.History;
import io.quorate.results.RoleSample;
import io.quorate.results.RunSettings;
import io.quorate.results.chart.ChartInput;
import io.quorate.results.chart.Charts;
import io.quorate.results.chart.Drawn;
import io.quorate.results.insight.Insights;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.report.Report;
import io.quorate.results.report.ReportInput;
import io.quorate.results.report.Summary;
import io.quorate.results.store.MeasuresFile;
import io.quorate.results.store.RunFolder;
import io.quorate.results.store.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a run and writes all that is said of it into its folder.
 *
 * <p>The verdict is taken and written first. Whatever fails after it (a chart, a full disk, the
 * report) is told as a problem and changes no verdict.
 */
public final class Results {
  private final RunFolder folder;
  private final Judgement judgement;
  private final List<String> problems = new ArrayList<>();

  private Results(RunFolder folder, Judgement judgement) {
    this.folder = folder;
    this.judgement = judgement;
  }

  /**
   * Judges and writes.
   *
   * @param folder where the run is kept
   * @param history the history, read back from its file
   * @param analysis what the checker says of it
   * @param insights what was found out beside it
   * @param settings what else is known of the run
   * @param roles what nodes said of themselves, empty where nobody asked
   * @param harnessFailures what the toolkit failed at during the run, one sentence each
   */
  public static Written write(
      RunFolder folder,
      History history,
      Analysis analysis,
      Insights insights,
      RunSettings settings,
      List<RoleSample> roles,
      List<String> harnessFailures) {
    Judgement judgement = Judgement.of(history, analysis, insights, settings, harnessFailures);
    return new Results(folder, judgement).write(roles);
  }

  private Written write(List<RoleSample> roles) {
    boolean kept = attempt("verdict.json", () -> VerdictFile.write(folder.verdict(), judgement));
    attempt("measures.json", () -> MeasuresFile.write(folder.measures(), judgement.measures()));
    ChartInput input = new ChartInput(judgement.history(), judgement.measures(), roles);
    Drawn drawn = Charts.draw(input, folder.charts());
    problems.addAll(drawn.problems());
    List<String> told = List.copyOf(problems);
    attempt(
        "report.html",
        () -> Report.write(folder.report(), new ReportInput(judgement, drawn, told, files())));
    Judgement last = kept ? judgement : judgement.afterLosing("verdict.json");
    return new Written(last, problems, Summary.of(last, folder.report(), problems));
  }

  private List<String> files() {
    return folder.contents().stream()
        .map(p -> p.getFileName() + (Files.isDirectory(p) ? "/" : ""))
        .toList();
  }

  private boolean attempt(String what, Writing writing) {
    try {
      Files.createDirectories(folder.path());
      writing.write();
      return true;
    } catch (IOException | RuntimeException e) {
      Path where = folder.path().resolve(what);
      problems.add(
          where + " was not written: " + e.getClass().getSimpleName() + " " + e.getMessage());
      return false;
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
