package io.quorate.checker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer for one key, or for all keys together. */
public sealed interface Verdict {
  /**
   * An order exists that explains every answer.
   *
   * @param order rows of the history in such an order, with the doubtful operations that took
   *     effect in it; empty unless asked for, for all keys together, and where the order took more
   *     memory than there was
   */
  record Linearizable(List<Integer> order) implements Verdict {
    /** Keeps its own copy. */
    public Linearizable {
      order = List.copyOf(order);
    }
  }

  /** No order exists. */
  record NotLinearizable(Counterexample counterexample) implements Verdict {}

  /**
   * Not known within the budget.
   *
   * @param why what ran out and where, in one sentence
   * @param where the same for machines, or null where no search had come to a halt
   */
  record Undecided(String why, @Nullable Standstill where) implements Verdict {
    /** Without a place. */
    public Undecided(String why) {
      this(why, null);
    }
  }

  /** Returns 2 for a violation, 1 for a doubt, 0 for none: the higher outranks the lower. */
  default int rank() {
    return switch (this) {
      case Linearizable linearizable -> 0;
      case Undecided undecided -> 1;
      case NotLinearizable notLinearizable -> 2;
    };
  }
}
