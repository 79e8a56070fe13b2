package io.quorate.results.report;

import io.quorate.history.Evidence;
import io.quorate.results.insight.InsightLines;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last lines of a terminal: the faults that landed with their evidence, then verdict, reason,
 * report, command. Control characters of hostile values are made harmless.
 */
public final class Summary {
  /** How many faults are listed. */
  static final int MAX_FAULTS = 20;

  private Summary() {}

  /**
   * Returns the lines, without a line end after the last.
   *
   * @param report where the report lies
   * @param problems what went wrong with charts and files
   */
  public static String of(Judgement judgement, Path report, List<String> problems) {
    List<String> lines = new ArrayList<>();
    faults(judgement, lines);
    problems.forEach(problem -> lines.add("note:    " + problem));
    InsightLines.of(judgement.insights()).forEach(lines::add);
    lines.add(
        "verdict: "
            + judgement.outcome().grade().words().toUpperCase(Locale.ROOT)
            + " (exit "
            + judgement.outcome().grade().exitCode()
            + ")");
    lines.add("reason:  " + judgement.outcome().reason());
    lines.add("report:  " + report);
    lines.add("again:   " + judgement.settings().command());
    return String.join("\n", lines.stream().map(Summary::harmless).toList());
  }

  private static void faults(Judgement judgement, List<String> lines) {
    List<FaultMeasure> faults = judgement.measures().faults();
    for (FaultMeasure fault : faults.subList(0, Math.min(MAX_FAULTS, faults.size()))) {
      Tally tally = fault.tallies().all();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-4s %-34s %8s to %8s  %-10s %s; %,d ok of %,d asked",
              fault.fault().id(),
              fault.fault().fault(),
              seconds(fault.inForce().fromNanos()),
              seconds(fault.inForce().toNanos()),
              judgement.landed(fault.fault().id()) ? "proven" : "NOT PROVEN",
              looks(fault),
              tally.ok(),
              tally.attempts()));
    }
    if (faults.size() > MAX_FAULTS) {
      lines.add("and " + (faults.size() - MAX_FAULTS) + " more faults, in the report");
    }
  }

  private static String looks(FaultMeasure fault) {
    long good = fault.fault().evidence().stream().filter(Evidence::proven).count();
    return good + "/" + fault.fault().evidence().size() + " looks";
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  private static String harmless(String line) {
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(c -> {
          if (Html.visible(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(String.format("\\u%04x", c));
          }
        });
    return out.toString();
  }
}
