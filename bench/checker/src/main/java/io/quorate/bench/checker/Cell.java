package io.quorate.bench.checker;

import java.util.Locale;

/**
 * One kind of history.
 *
 * @param clients threads that ask in a closed loop, without a pause
 * @param operations how many are invoked
 * @param unknown share of operations whose outcome stays unknown
 * @param unique whether each value is written once, else there are five
 * @param reads share of reads
 * @param damage what is wrong with it
 */
record Cell(
    int clients, int operations, double unknown, boolean unique, double reads, Damage damage) {
  /** What is wrong with a history. */
  enum Damage {
    /** Nothing. */
    NONE,
    /** A read returns what was surely overwritten. */
    STALE,
    /** A read returns what nobody wrote. */
    PHANTOM,
    /** Of two reads one after the other the first returns the newer value (unique values only). */
    INVERSION,
    /**
     * A read returns what two compare-and-sets ago was there, neither of which has returned: only
     * their chain shows it (unique values only; clients guess what they will meet).
     */
    CHAIN,
    /** A compare-and-set that was acknowledged has no effect. */
    LOST,
    /** Half of the threads read a frozen copy for a while. */
    FROZEN
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-6s c=%-3d n=%-8d info=%-4.1f%% reads=%.0f%% %-8s",
        unique ? "unique" : "small",
        clients,
        operations,
        100 * unknown,
        100 * reads,
        damage.name().toLowerCase(Locale.ROOT));
  }
}
