package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schedules that are played in turn, a trial each, again and again until a bug shows.
 *
 * @param campaign whose trials tell how likely each shows a bug, and how long a trial of it takes
 * @param schedules in the order in which they are played
 */
record ScheduleSet(Campaign campaign, List<String> schedules) {
  /** Keeps its own copy. */
  ScheduleSet {
    schedules = List.copyOf(schedules);
  }

  /** Returns the same set with one schedule more, played last. */
  ScheduleSet with(String schedule) {
    List<String> more = new ArrayList<>(schedules);
    more.add(schedule);
    return new ScheduleSet(campaign, more);
  }

  /** Returns the same set with one schedule less. */
  ScheduleSet without(String schedule) {
    return new ScheduleSet(
        campaign, schedules.stream().filter(one -> !one.equals(schedule)).toList());
  }

  /** Returns the bugs that at least one of them found. */
  Set<String> found() {
    Set<String> found = new TreeSet<>();
    schedules.forEach(schedule -> found.addAll(campaign.foundBy(schedule)));
    return found;
  }

  /**
   * Returns how many seconds of virtual time the system is under test until the bug shows, as
   * expected from the shares and times observed: the mean time of a round that stops at a find, by
   * the chance that a round finds it (renewals). A trial that says nothing finds nothing and costs
   * its time. Empty where no schedule of the set found the bug.
   */
  OptionalDouble expectedSeconds(String bug) {
    double missed = 1;
    double seconds = 0;
    for (String schedule : schedules) {
      Cell cell = campaign.cell(schedule, bug);
      if (!cell.trials().isEmpty()) {
        seconds += missed * cell.secondsSpent() / cell.trials().size();
        missed *= 1 - cell.worst().observed();
      }
    }
    return missed < 1 ? OptionalDouble.of(seconds / (1 - missed)) : OptionalDouble.empty();
  }

  /** Returns the expected seconds, averaged over those of {@code bugs} that the set finds. */
  OptionalDouble meanSeconds(Set<String> bugs) {
    return bugs.stream()
        .map(this::expectedSeconds)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
