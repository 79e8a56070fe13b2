package io.quorate.results.report;

import io.quorate.results.chart.Drawn;
import io.quorate.results.judgement.Judgement;
import java.util.List;

/**
 * What a report tells.
 *
 * @param judgement the run, judged
 * @param drawn its charts
 * @param problems what went wrong with charts and files, one sentence each
 * @param files names of what lies beside the report, relative to it; a folder ends in a slash
 */
public record ReportInput(
    Judgement judgement, Drawn drawn, List<String> problems, List<String> files) {
  /** Keeps its own copies. */
  public ReportInput {
    problems = List.copyOf(problems);
    files = List.copyOf(files);
  }
}
