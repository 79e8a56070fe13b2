package io.quorate.simulation.world;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.simulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The law of progress: a majority that nothing disturbs answers within a bound.
 *
 * <p>In every stretch of that length an operation begun in it must have ended well, if any was
 * begun in its first half by clients beside that majority.
 */
final class Serving {
  /** Some election timeouts and the clients' way to a new leader, where votes seldom split. */
  static final long BOUND_NANOS = 3_000_000_000L;

  /** An operation: when it was begun beside which node, and when it had its answer, or never. */
  private record Asked(long begun, String beside, long answered) {
    private static final long NEVER = Long.MAX_VALUE;
  }

  private Serving() {}

  /**
   * Returns where it is broken.
   *
   * @param bound how long a majority may take, at least {@link #BOUND_NANOS}
   */
  static List<Finding> findings(List<Entry> entries, List<Stretch> stretches, long bound) {
    List<Asked> operations = operations(entries);
    List<Finding> findings = new ArrayList<>();
    for (Stretch stretch : stretches) {
      long from = stretch.fromNanos();
      while (from + bound <= stretch.toNanos()) {
        if (unserved(operations, stretch, from, bound)) {
          findings.add(finding(stretch, from, bound));
        }
        from += bound;
      }
    }
    return findings;
  }

  private static boolean unserved(List<Asked> operations, Stretch stretch, long from, long bound) {
    boolean asked = false;
    for (Asked operation : operations) {
      if (operation.begun() >= from && operation.answered() <= from + bound) {
        return false;
      }
      asked |=
          operation.begun() >= from
              && operation.begun() < from + bound / 2
              && stretch.core().contains(operation.beside());
    }
    return asked;
  }

  private static Finding finding(Stretch stretch, long from, long bound) {
    String words =
        String.format(
            Locale.ROOT,
            "nothing disturbed %s for %.1f s, and no operation begun then was answered",
            String.join(" ", stretch.core()),
            bound / 1e9);
    return new Finding(Finding.Kind.LIVENESS, words, from + bound);
  }

  private static List<Asked> operations(List<Entry> entries) {
    List<Asked> operations = new ArrayList<>();
    Map<Long, Entry.Invoked> open = new TreeMap<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Invoked i -> open.put(i.process(), i);
        case Entry.Completed c -> {
          Entry.Invoked begun = open.remove(c.process());
          if (begun != null) {
            long answered = isAnswer(c.completion()) ? c.timeNanos() : Asked.NEVER;
            operations.add(asked(begun, answered));
          }
        }
        case Entry.Disturbed d -> {}
      }
    }
    open.values().forEach(begun -> operations.add(asked(begun, Asked.NEVER)));
    return operations;
  }

  private static Asked asked(Entry.Invoked begun, long answered) {
    return new Asked(begun.timeNanos(), String.valueOf(begun.node()), answered);
  }

  /** A refused compare-and-set is an answer: a leader looked. */
  private static boolean isAnswer(Completion completion) {
    return switch (completion) {
      case Completion.Ok ok -> true;
      case Completion.Fail fail -> fail.error().equals(Completion.Fail.MISMATCH);
      case Completion.Info info -> false;
    };
  }
}
