package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one schedule is worth to a set of schedules that are played in turn until a bug shows. A
 * member is compared with the set that lacks it, any other schedule with the set as it is.
 *
 * @param schedule which one
 * @param member whether it is one of the set
 * @param bugs those found with it and by none of the others
 * @param seconds under test until it shows one of these, played alone, as expected and averaged
 *     over them; empty without one
 * @param secondsWithout under test until the set without it shows a bug, as expected and averaged
 *     over the bugs that are found either way; empty without one
 * @param secondsWith the same for the set with it: what it makes sooner, or delays by its turns
 */
public record MarginalValue(
    String schedule,
    boolean member,
    List<String> bugs,
    OptionalDouble seconds,
    OptionalDouble secondsWithout,
    OptionalDouble secondsWith) {
  /** Keeps its own copy. */
  public MarginalValue {
    bugs = List.copyOf(bugs);
  }

  /**
   * Returns the value of each schedule to {@code set}: first of its members, then of the others,
   * each in the order of the campaign.
   *
   * @throws IllegalArgumentException with one sentence where the campaign has no such schedule
   */
  public static List<MarginalValue> of(Campaign campaign, List<String> set) {
    set.stream()
        .filter(name -> !campaign.schedules().contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("the campaign has no schedule " + name);
        });
    ScheduleSet base = new ScheduleSet(campaign, set.stream().distinct().toList());
    List<MarginalValue> values = new ArrayList<>();
    base.schedules().forEach(name -> values.add(value(base.without(name), base, name, true)));
    campaign.schedules().stream()
        .filter(name -> !base.schedules().contains(name))
        .forEach(name -> values.add(value(base, base.with(name), name, false)));
    return values;
  }

  private static MarginalValue value(
      ScheduleSet without, ScheduleSet with, String schedule, boolean member) {
    Set<String> either = without.found();
    Set<String> added = new TreeSet<>(with.found());
    added.removeAll(either);
    ScheduleSet alone = new ScheduleSet(with.campaign(), List.of(schedule));
    return new MarginalValue(
        schedule,
        member,
        List.copyOf(added),
        alone.meanSeconds(added),
        without.meanSeconds(either),
        with.meanSeconds(either));
  }
}
