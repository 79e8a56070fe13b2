package io.quorate.results.insight;

import io.quorate.checker.power.Damage;
import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.results.stat.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The detection power in words. */
public final class PowerWords {
  private PowerWords() {}

  /** Returns for example {@code it would have caught 38 of 40 stale reads (83-99 %), ...}. */
  public static String sentence(Power power) {
    return "it would have caught "
        + power.shares().stream().map(PowerWords::share).collect(Collectors.joining(", "));
  }

  private static String share(Share share) {
    if (share.places() == 0) {
      return "no " + name(share.damage()) + " (not possible here)";
    }
    return String.format(
        Locale.ROOT,
        "%d of %d %s (%s)",
        share.caught(),
        share.tried(),
        name(share.damage()),
        range(share));
  }

  /** Returns for example {@code 83-99 %}, {@code 95 %} where every place was tried. */
  public static String range(Share share) {
    if (share.every() && share.undecided() == 0 && share.tried() > 0) {
      return Math.round(100.0 * share.caught() / share.tried()) + " %";
    }
    Interval interval = Caught.interval(share);
    long low = (long) Math.floor(100 * interval.low());
    long high = (long) Math.ceil(100 * interval.high());
    return low + "-" + high + " %";
  }

  /** Returns the name of many such damages: {@code stale reads}. */
  public static String name(Damage damage) {
    return switch (damage) {
      case STALE_READ -> "stale reads";
      case LOST_WRITE -> "lost writes";
      case SWAPPED_READS -> "swapped reads";
      case FROZEN_REPLICA -> "frozen replicas";
    };
  }

  /** Returns what to do about it where less than half of some damage was caught. */
  public static Optional<String> advice(Power power) {
    List<String> low =
        power.shares().stream().filter(Caught::low).map(s -> name(s.damage())).toList();
    return low.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Most "
                + String.join(" and ", low)
                + " would have gone unseen: fewer clients and fewer crashes a key, unique values"
                + " and more reads show more.");
  }
}
