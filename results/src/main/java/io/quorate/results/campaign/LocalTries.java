package io.quorate.results.campaign;

import io.quorate.results.campaign.LocalTry.Result;
import io.quorate.results.stat.Interval;
import io.quorate.results.stat.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tries of one bug on real processes, and what they come to.
 *
 * @param tries in their order
 */
public record LocalTries(List<LocalTry> tries) {
  private static final Map<String, String> SEEN =
      Map.of(
          "history", "in the history",
          "liveness", "in its progress",
          "stopped", "in a server that ended itself");

  /** Keeps its own copy. */
  public LocalTries {
    tries = List.copyOf(tries);
  }

  /** Returns those of {@code bug} among {@code all}. */
  public static LocalTries of(String bug, List<LocalTry> all) {
    return new LocalTries(all.stream().filter(one -> one.bug().equals(bug)).toList());
  }

  /** Returns those that say something, and in how many of them it shows. */
  public Share share() {
    return new Share(count(Result.SHOWN), count(Result.SHOWN) + count(Result.NOT_SHOWN));
  }

  private long count(Result result) {
    return tries.stream().filter(one -> one.result() == result).count();
  }

  /**
   * Returns for example {@code shows on real processes in 3 of 5 tries (14-95 %): 3 in the
   * history}; tries that say nothing are told apart, and what cannot be tried with its reason.
   */
  public String sentence() {
    if (tries.isEmpty()) {
      return "was not tried on real processes";
    }
    List<String> parts = new ArrayList<>();
    Share share = share();
    if (share.trials() > 0) {
      parts.add(shown(share));
    }
    doubts().ifPresent(parts::add);
    why(Result.IMPOSSIBLE).ifPresent(why -> parts.add("cannot be tried on real processes: " + why));
    why(Result.UNTRIED).ifPresent(why -> parts.add("was not tried on real processes: " + why));
    return String.join("; ", parts);
  }

  private String shown(Share share) {
    Interval interval = share.interval();
    String seen = seen();
    return String.format(
        Locale.ROOT,
        "shows on real processes in %d of %d tries (%.0f-%.0f %%)%s%s",
        share.hits(),
        share.trials(),
        Math.floor(100 * interval.low()),
        Math.ceil(100 * interval.high()),
        seen.isEmpty() ? "" : ": " + seen,
        insideOnly() == 0 ? "" : ", and in " + insideOnly() + " only inside");
  }

  /** Returns how many broke a law in the servers' traces and showed nothing outside. */
  long insideOnly() {
    return tries.stream()
        .filter(one -> one.result() != Result.SHOWN && one.signs().contains("law"))
        .count();
  }

  private String seen() {
    Map<String, Integer> counts = new TreeMap<>();
    tries.stream()
        .filter(one -> one.result() == Result.SHOWN)
        .flatMap(one -> one.signs().stream())
        .filter(SEEN::containsKey)
        .forEach(sign -> counts.merge(sign, 1, Integer::sum));
    return String.join(
        ", ",
        counts.entrySet().stream()
            .map(sign -> sign.getValue() + " " + SEEN.get(sign.getKey()))
            .toList());
  }

  private Optional<String> doubts() {
    List<LocalTry> doubts =
        tries.stream().filter(one -> one.result() == Result.INCONCLUSIVE).toList();
    return doubts.isEmpty()
        ? Optional.empty()
        : Optional.of(doubts.size() + " say nothing, first: " + doubts.getFirst().words());
  }

  private Optional<String> why(Result result) {
    return tries.stream().filter(one -> one.result() == result).map(LocalTry::words).findFirst();
  }

  /** Returns it as short as a table wants it, with the schedule that shows it. */
  public String cell() {
    if (tries.isEmpty()) {
      return "not tried";
    }
    Share share = share();
    if (share.hits() > 0) {
      return shownBy() + " (" + seen() + ")";
    }
    String inside = insideOnly() == 0 ? "" : ", inside only: " + insideOnly();
    String doubts = count(Result.INCONCLUSIVE) == 0 ? "" : ", no answer: " + doubtful();
    if (share.trials() > 0 || !doubts.isEmpty()) {
      return "0 of " + share.trials() + inside + doubts;
    }
    return why(Result.IMPOSSIBLE)
        .map(why -> "cannot be: " + why.replaceFirst(",? which .*", ""))
        .or(() -> why(Result.UNTRIED).map(why -> "not tried: " + why))
        .orElse("not tried");
  }

  private long doubtful() {
    return count(Result.INCONCLUSIVE);
  }

  /** The schedule that shows it most often, by its own tries. */
  private String shownBy() {
    Map<String, List<LocalTry>> bySchedule = new TreeMap<>();
    tries.forEach(
        one -> bySchedule.computeIfAbsent(one.schedule(), key -> new ArrayList<>()).add(one));
    return bySchedule.values().stream()
        .map(LocalTries::new)
        .max((one, other) -> Double.compare(one.rank(), other.rank()))
        .map(best -> {
          Share share = best.share();
          String name = best.tries().getFirst().schedule();
          return "`" + name + "` " + share.hits() + " of " + share.trials();
        })
        .orElseThrow();
  }

  private double rank() {
    return share().hits() == 0 ? 0 : share().observed();
  }
}
