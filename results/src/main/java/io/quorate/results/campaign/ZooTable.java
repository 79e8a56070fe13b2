package io.quorate.results.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The zoo as a table in Markdown: each bug, and which schedules show it. */
public final class ZooTable {
  /** How many schedules are named for a bug. */
  private static final int NAMED = 3;

  /**
   * What is known of a bug beside the trials.
   *
   * @param name readable
   * @param source where it happened, or where it is told
   * @param symptom what a client can see of it
   */
  public record BugText(String name, String source, String symptom) {}

  private ZooTable() {}

  /**
   * Returns the table, a line for each bug of the campaign.
   *
   * @param local what was tried on real processes
   */
  public static String of(Campaign campaign, Map<String, BugText> texts, List<LocalTry> local) {
    StringBuilder table = new StringBuilder();
    table.append("| bug | name | symptom | source | shown by | on real processes |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (String bug : campaign.bugs()) {
      BugText text = texts.getOrDefault(bug, new BugText("", "", ""));
      table
          .append("| ")
          .append(
              Stream.of(
                      bug,
                      text.name(),
                      text.symptom(),
                      text.source(),
                      shown(campaign, bug),
                      LocalTries.of(bug, local).cell())
                  .map(ZooTable::harmless)
                  .collect(Collectors.joining(" | ")))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String shown(Campaign campaign, String bug) {
    List<Cell> finders = campaign.finders(bug);
    if (!finders.isEmpty()) {
      return finders.stream().limit(NAMED).map(ZooTable::shown).collect(Collectors.joining(", "))
          + (finders.size() > NAMED ? " and " + (finders.size() - NAMED) + " more" : "");
    }
    return campaign.schedules().stream()
        .map(schedule -> campaign.cell(schedule, bug))
        .filter(cell -> cell.insideOnly() > 0)
        .max((a, b) -> Integer.compare(a.insideOnly(), b.insideOnly()))
        .map(cell -> "inside only: `" + cell.schedule() + "` " + cell.insideOnly())
        .orElse("nothing yet");
  }

  private static String shown(Cell cell) {
    return String.format(
        Locale.ROOT, "`%s` %d of %d", cell.schedule(), cell.share().hits(), cell.share().trials());
  }

  private static String harmless(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
