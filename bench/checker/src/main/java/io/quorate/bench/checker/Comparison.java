package io.quorate.bench.checker;

import io.quorate.bench.checker.Cell.Damage;
import io.quorate.checker.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Both checkers on one history of known truth, in turn.
 *
 * @param cell the history: legal without damage, else not
 * @param ours rounds, at least one
 * @param porcupine rounds, at least one
 */
record Comparison(Cell cell, List<Ours> ours, List<Porcupine.Run> porcupine) {
  /** Where Porcupine needs no longer, nothing is said about speed. */
  private static final double COUNTS_SECONDS = 0.05;

  /**
   * One check of ours.
   *
   * @param seconds of the check alone
   * @param mebibytes the most heap used
   */
  record Ours(Verdict verdict, double seconds, long mebibytes) {
    boolean decided() {
      return !(verdict instanceof Verdict.Undecided);
    }
  }

  /** Our round of median time. */
  Ours our() {
    List<Ours> sorted = ours.stream().sorted(Comparator.comparingDouble(Ours::seconds)).toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Porcupine's round of median time. */
  Porcupine.Run their() {
    List<Porcupine.Run> sorted =
        porcupine.stream().sorted(Comparator.comparingDouble(Porcupine.Run::seconds)).toList();
    return sorted.get(sorted.size() / 2);
  }

  /** How often our time fits into Porcupine's; at least so often if it did not decide. */
  double ratio() {
    return their().seconds() / our().seconds();
  }

  /** Whether Porcupine decided, and not in a moment. */
  boolean counts() {
    return their().said().decided() && their().seconds() > COUNTS_SECONDS;
  }

  /** Whether ours decided every time, at least {@code times} faster. */
  boolean faster(double times) {
    return ours.stream().allMatch(Ours::decided) && ratio() >= times;
  }

  /** Whether one of the two said what is not true. */
  boolean wrong() {
    boolean legal = cell.damage() == Damage.NONE;
    return ours.stream().anyMatch(run -> contradicts(run.verdict(), legal))
        || porcupine.stream().anyMatch(run -> contradicts(run.said(), legal));
  }

  private static boolean contradicts(Verdict verdict, boolean legal) {
    return switch (verdict) {
      case Verdict.Linearizable yes -> !legal;
      case Verdict.NotLinearizable no -> legal;
      case Verdict.Undecided undecided -> false;
    };
  }

  private static boolean contradicts(Porcupine.Said said, boolean legal) {
    return switch (said) {
      case OK -> !legal;
      case ILLEGAL -> legal;
      case UNKNOWN, MEMORY -> false;
    };
  }

  /** The head of the table. */
  static String head() {
    return "| values | clients | operations | unknown | damage | ours | s | heap MiB "
        + "| Porcupine | s | MiB | ratio | target |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|";
  }

  /** A line of the table; the target is {@code times} for those that count. */
  String line(double times) {
    String result = faster(times) ? "PASS" : "MISS";
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %.0f %% | %s | %s | %.4f | %d | %s | %.3f | %d | %s%.1f | %s |",
        cell.unique() ? "unique" : "small",
        cell.clients(),
        cell.operations(),
        100 * cell.unknown(),
        cell.damage() == Damage.NONE ? "none" : "stale read",
        name(our().verdict()),
        our().seconds(),
        our().mebibytes(),
        name(their().said()),
        their().seconds(),
        their().mebibytes(),
        their().said().decided() ? "" : "> ",
        ratio(),
        wrong() ? "WRONG" : counts() ? result : "-");
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Linearizable legal -> "legal";
      case Verdict.NotLinearizable illegal -> "not";
      case Verdict.Undecided undecided -> "undecided";
    };
  }

  private static String name(Porcupine.Said said) {
    return switch (said) {
      case OK -> "legal";
      case ILLEGAL -> "not";
      case UNKNOWN -> "undecided";
      case MEMORY -> "over 4 GiB";
    };
  }
}
