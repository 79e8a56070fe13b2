package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** The trials of a campaign, by schedule and by bug. */
public final class Campaign {
  private record Pair(String schedule, String bug) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return Comparator.comparing(Pair::schedule).thenComparing(Pair::bug).compare(this, other);
    }
  }

  private final TrialLog.Head head;
  private final List<TrialRecord> trials;
  private final Map<Pair, Cell> cells = new TreeMap<>();

  /**
   * Sorts the trials into cells.
   *
   * @param head what the campaign is; its schedules and bugs keep their order
   */
  public Campaign(TrialLog.Head head, List<TrialRecord> trials) {
    this.head = head;
    this.trials = List.copyOf(trials);
    Map<Pair, List<TrialRecord>> sorted = new TreeMap<>();
    for (TrialRecord trial : trials) {
      sorted
          .computeIfAbsent(new Pair(trial.schedule(), trial.bug()), pair -> new ArrayList<>())
          .add(trial);
    }
    sorted.forEach((pair, some) -> {
      some.sort(Comparator.comparingInt(TrialRecord::run));
      cells.put(pair, new Cell(pair.schedule(), pair.bug(), some));
    });
  }

  /** Returns what the campaign is. */
  public TrialLog.Head head() {
    return head;
  }

  /** Returns all trials. */
  public List<TrialRecord> trials() {
    return trials;
  }

  /** Returns the schedules, in their order. */
  public List<String> schedules() {
    return head.schedules();
  }

  /** Returns the bugs, in their order, without the correct server. */
  public List<String> bugs() {
    return head.bugs().stream().filter(bug -> !bug.equals(TrialRecord.CORRECT)).toList();
  }

  /** Returns the trials of this schedule against this bug; maybe none. */
  public Cell cell(String schedule, String bug) {
    return cells.getOrDefault(new Pair(schedule, bug), new Cell(schedule, bug, List.of()));
  }

  /** Returns the trials in which the correct server was accused. */
  public List<TrialRecord> falseAlarms() {
    return trials.stream().filter(TrialRecord::accuses).toList();
  }

  /** Returns the bugs that this schedule found in at least one trial. */
  public Set<String> foundBy(String schedule) {
    Set<String> found = new TreeSet<>();
    for (String bug : bugs()) {
      if (cell(schedule, bug).found() > 0) {
        found.add(bug);
      }
    }
    return found;
  }

  /** Returns the bugs that no trial showed to anybody outside, but some to the laws inside. */
  public List<String> foundInsideOnly() {
    return bugs().stream()
        .filter(bug -> nowhere(bug, Cell::found) && !nowhere(bug, Cell::insideOnly))
        .toList();
  }

  /** Returns the bugs that no trial showed, neither outside nor inside. */
  public List<String> missed() {
    return bugs().stream()
        .filter(bug -> nowhere(bug, Cell::found) && nowhere(bug, Cell::insideOnly))
        .toList();
  }

  private boolean nowhere(String bug, ToIntFunction<Cell> count) {
    return schedules().stream().allMatch(s -> count.applyAsInt(cell(s, bug)) == 0);
  }

  /** Returns the cells of the schedules that found this bug, the largest share first. */
  public List<Cell> finders(String bug) {
    return schedules().stream()
        .map(schedule -> cell(schedule, bug))
        .filter(cell -> cell.found() > 0)
        .sorted(Comparator.comparingDouble((Cell cell) -> -cell.share().observed()))
        .toList();
  }

  /** Returns the schedules, the most worthwhile first. */
  public List<Standing> ranking() {
    return schedules().stream()
        .map(schedule -> Standing.of(this, schedule))
        .sorted(Standing.BEST_FIRST)
        .toList();
  }
}
