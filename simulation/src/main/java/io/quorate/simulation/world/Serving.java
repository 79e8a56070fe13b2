package io.quorate.simulation.world;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.simulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The law of progress: when nothing is broken, a cluster that is asked answers within a bound.
 *
 * <p>A time is quiet when no fault is in force, from the evidence that the last one is gone until
 * the next is commanded. In each quiet time that lasts as long as the bound, an operation begun in
 * it must have ended well by then, if any was begun in its first half.
 */
final class Serving {
  /** Some election timeouts, with split votes, and the clients' way to a new leader. */
  static final long BOUND_NANOS = 3_000_000_000L;

  private final List<Finding> findings = new ArrayList<>();
  private final TreeSet<String> inForce = new TreeSet<>();
  private final Map<Long, Long> open = new TreeMap<>();
  private long quietSince;
  private boolean asked;
  private boolean served;

  private Serving() {}

  static List<Finding> findings(List<Entry> entries) {
    Serving serving = new Serving();
    entries.forEach(serving::take);
    if (!entries.isEmpty()) {
      serving.passes(entries.getLast().timeNanos());
    }
    return serving.findings;
  }

  private void take(Entry entry) {
    passes(entry.timeNanos());
    switch (entry) {
      case Entry.Invoked i -> {
        open.put(i.process(), i.timeNanos());
        asked |= i.timeNanos() < quietSince + BOUND_NANOS / 2;
      }
      case Entry.Completed c -> {
        Long begun = open.remove(c.process());
        boolean well = !(c.completion() instanceof Completion.Info) && isAnswer(c.completion());
        served |= well && begun != null && begun >= quietSince;
      }
      case Entry.Disturbed d -> disturbed(d);
    }
  }

  /** A refused compare-and-set is an answer: a leader looked. */
  private static boolean isAnswer(Completion completion) {
    return switch (completion) {
      case Completion.Ok ok -> true;
      case Completion.Fail fail -> fail.error().equals(Completion.Fail.MISMATCH);
      case Completion.Info info -> false;
    };
  }

  private void disturbed(Entry.Disturbed d) {
    switch (d.phase()) {
      case COMMANDED -> inForce.add(d.id());
      case CONFIRMED_LIFTED -> {
        inForce.remove(d.id());
        begin(d.timeNanos());
      }
      case PLANNED, NOT_TAKEN, CONFIRMED, OBSERVED, LIFTED, FAILED -> {}
    }
  }

  private void begin(long now) {
    quietSince = now;
    asked = false;
    served = false;
  }

  private void passes(long now) {
    if (!inForce.isEmpty() || now < quietSince + BOUND_NANOS) {
      return;
    }
    if (asked && !served) {
      findings.add(
          new Finding(
              Finding.Kind.LIVENESS,
              "nothing was broken for "
                  + BOUND_NANOS / 1_000_000_000
                  + " s, and no operation begun in it was answered",
              quietSince + BOUND_NANOS));
    }
    begin(now);
  }
}
