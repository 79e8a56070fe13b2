package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A campaign for a terminal: the matrix, the ranking, and what they come to. */
public final class MatrixText {
  /** How many schedules stand side by side in 100 columns. */
  static final int SCHEDULES_A_PAGE = 8;

  private static final int BUG_WIDTH = 6;
  private static final int CELL_WIDTH = 11;
  private static final int LISTED = 5;

  private final Campaign campaign;
  private final List<String> set;
  private final List<String> lines = new ArrayList<>();

  private MatrixText(Campaign campaign, List<String> set) {
    this.campaign = campaign;
    this.set = set;
  }

  /**
   * Returns the whole text, without a line break at its end.
   *
   * @param set schedules of which it is told what one less or more is worth; empty for the smallest
   *     set that finds all
   */
  public static String of(Campaign campaign, List<String> set) {
    MatrixText text = new MatrixText(campaign, set);
    text.matrix();
    text.ranking();
    text.comparisons();
    text.sums();
    CutsCovered.lines(campaign).forEach(text::add);
    return String.join("\n", text.lines);
  }

  private void matrix() {
    List<String> ranked = campaign.ranking().stream().map(Standing::schedule).toList();
    for (int from = 0; from < ranked.size(); from += SCHEDULES_A_PAGE) {
      page(ranked.subList(from, Math.min(ranked.size(), from + SCHEDULES_A_PAGE)), from + 1);
    }
    add("found of conclusive trials; +n seen from inside only, ?n inconclusive");
    add("");
  }

  private void page(List<String> schedules, int number) {
    StringBuilder heads = new StringBuilder(" ".repeat(BUG_WIDTH));
    for (int i = 0; i < schedules.size(); i++) {
      add("  " + (number + i) + "  " + schedules.get(i));
      heads.append(pad(Integer.toString(number + i)));
    }
    add(heads.toString());
    for (String bug : campaign.head().bugs()) {
      StringBuilder row = new StringBuilder(bug);
      row.append(" ".repeat(Math.max(1, BUG_WIDTH - bug.length())));
      schedules.forEach(schedule -> row.append(pad(cell(campaign.cell(schedule, bug)))));
      add(row.toString().stripTrailing());
    }
    add("");
  }

  private static String cell(Cell cell) {
    String counted = cell.found() == 0 ? "." : cell.found() + "/" + (cell.found() + cell.clean());
    String inside = cell.insideOnly() == 0 ? "" : "+" + cell.insideOnly();
    String unknown = cell.inconclusive() == 0 ? "" : "?" + cell.inconclusive();
    return counted + inside + unknown;
  }

  private static String pad(String text) {
    return " ".repeat(Math.max(1, CELL_WIDTH - text.length())) + text;
  }

  private void ranking() {
    if (campaign.bugs().isEmpty()) {
      return;
    }
    add("rank schedule                 bugs found   mean share   seconds a find");
    int rank = 1;
    for (Standing standing : campaign.ranking()) {
      String cost =
          Double.isInfinite(standing.costPerFind())
              ? "no find"
              : String.format(Locale.ROOT, "%,.0f", standing.costPerFind());
      add(
          String.format(
              Locale.ROOT,
              "%4d %-22s %5d of %-5d %10s %16s",
              rank++,
              standing.schedule(),
              standing.found().size(),
              campaign.bugs().size(),
              Percent.of(standing.meanShare()),
              cost));
    }
    add("");
  }

  private void comparisons() {
    List<Comparison> worse =
        campaign.bugs().isEmpty()
            ? List.of()
            : Comparison.withTheBest(campaign).stream()
                .filter(c -> c.p() < 0.05 && c.test().sooner() > 0)
                .toList();
    if (!worse.isEmpty()) {
      Comparison first = worse.getFirst();
      add(
          first.one()
              + " finds bugs sooner than "
              + worse.size()
              + " of "
              + (campaign.schedules().size() - 1)
              + " others (log-rank by bug, Holm-corrected, p < 0.05)");
    }
  }

  private void sums() {
    if (!campaign.bugs().isEmpty()) {
      found();
    }
    List<TrialRecord> alarms = campaign.falseAlarms();
    long correct =
        campaign.trials().stream().filter(t -> t.bug().equals(TrialRecord.CORRECT)).count();
    if (correct > 0) {
      add(
          String.format(
              Locale.ROOT,
              "the correct server: %,d false alarms in %,d trials",
              alarms.size(),
              correct));
      alarms.stream().limit(LISTED).forEach(alarm -> add("  " + line(alarm)));
      add(Release.sentence(campaign, campaign.ranking().getFirst().schedule()));
    }
  }

  private void found() {
    List<String> missed = campaign.missed();
    List<String> inside = campaign.foundInsideOnly();
    int known = campaign.bugs().size();
    add(
        String.format(
            Locale.ROOT,
            "%d of %d bugs were found from outside%s%s",
            known - missed.size() - inside.size(),
            known,
            inside.isEmpty() ? "" : "; by the laws inside alone: " + String.join(" ", inside),
            missed.isEmpty() ? "" : "; missed: " + String.join(" ", missed)));
    SmallestSet smallest = SmallestSet.of(campaign);
    add(
        (smallest.exact()
                ? "the smallest set that finds these: "
                : "a small set that finds these: ")
            + smallest.schedules().stream().collect(Collectors.joining(", ")));
    if (!set.isEmpty()) {
      add("the set asked for: " + String.join(", ", set));
    }
    MarginalText.lines(MarginalValue.of(campaign, set.isEmpty() ? smallest.schedules() : set))
        .forEach(this::add);
  }

  private static String line(TrialRecord trial) {
    return trial.schedule()
        + " run "
        + trial.run()
        + " seed "
        + trial.seed()
        + ": "
        + trial.words();
  }

  private void add(String line) {
    lines.add(line);
  }
}
