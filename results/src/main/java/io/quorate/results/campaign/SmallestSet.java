package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The fewest schedules that together find all that any schedule found: set cover, by branch and
 * bound.
 *
 * @param schedules the smallest set, in the order of the campaign
 * @param exact whether it is surely the smallest; otherwise the search was given up and a smaller
 *     one may exist
 */
public record SmallestSet(List<String> schedules, boolean exact) {
  /** How many partial sets are looked at before the best one so far is taken. */
  static final long STEPS_LIMIT = 2_000_000;

  /** Keeps its own copy. */
  public SmallestSet {
    schedules = List.copyOf(schedules);
  }

  /** Finds it. */
  public static SmallestSet of(Campaign campaign) {
    List<BitSet> covers = new ArrayList<>();
    BitSet all = new BitSet();
    for (String schedule : campaign.schedules()) {
      BitSet cover = new BitSet();
      for (int bug = 0; bug < campaign.bugs().size(); bug++) {
        cover.set(bug, campaign.cell(schedule, campaign.bugs().get(bug)).found() > 0);
      }
      covers.add(cover);
      all.or(cover);
    }
    Search search = new Search(covers);
    search.from(all, new ArrayList<>());
    List<String> chosen =
        search.best.stream().sorted().map(place -> campaign.schedules().get(place)).toList();
    return new SmallestSet(chosen, search.steps < STEPS_LIMIT);
  }

  private static final class Search {
    private final List<BitSet> covers;
    private List<Integer> best;
    private long steps;

    Search(List<BitSet> covers) {
      this.covers = covers;
      best = new ArrayList<>();
      for (int i = 0; i < covers.size(); i++) {
        best.add(i);
      }
    }

    /** Chooses, for the missing bug that the fewest schedules find, each of these in turn. */
    void from(BitSet missing, List<Integer> chosen) {
      if (missing.isEmpty()) {
        best = chosen.size() < best.size() ? new ArrayList<>(chosen) : best;
        return;
      }
      if (++steps >= STEPS_LIMIT || chosen.size() + fewest(missing) >= best.size()) {
        return;
      }
      int rarest = rarest(missing);
      for (int schedule : byWorth(rarest, missing)) {
        BitSet left = (BitSet) missing.clone();
        left.andNot(covers.get(schedule));
        chosen.add(schedule);
        from(left, chosen);
        chosen.removeLast();
      }
    }

    /** No schedule finds more than the best one: so many are needed at least. */
    private int fewest(BitSet missing) {
      int most = 1;
      for (BitSet cover : covers) {
        most = Math.max(most, gain(cover, missing));
      }
      return (missing.cardinality() + most - 1) / most;
    }

    private int rarest(BitSet missing) {
      return missing.stream()
          .boxed()
          .min((a, b) -> Long.compare(finders(a), finders(b)))
          .orElseThrow();
    }

    private long finders(int bug) {
      return covers.stream().filter(cover -> cover.get(bug)).count();
    }

    private List<Integer> byWorth(int bug, BitSet missing) {
      List<Integer> able = new ArrayList<>();
      for (int i = 0; i < covers.size(); i++) {
        if (covers.get(i).get(bug)) {
          able.add(i);
        }
      }
      able.sort(
          (a, b) -> Integer.compare(gain(covers.get(b), missing), gain(covers.get(a), missing)));
      return able;
    }

    private static int gain(BitSet cover, BitSet missing) {
      BitSet gained = (BitSet) cover.clone();
      gained.and(missing);
      return gained.cardinality();
    }
  }
}
