package io.quorate.checker.lazy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a beam was at some positions, the latest ones, to go back to. */
final class Snapshots {
  /** How many are kept. */
  private static final int MOST = 256;

  /** The configurations before the event at {@code position}, as a {@link Bunch} has them. */
  record Snapshot(int position, long[] words, int[] steps, int count) {}

  private final Deque<Snapshot> kept = new ArrayDeque<>();

  /** Takes one of {@code sweep}, unless there is one from as far or farther. */
  void note(Sweep sweep) {
    if (kept.isEmpty() || kept.getLast().position() < sweep.position()) {
      Bunch bunch = sweep.configurations();
      long[] copy = Arrays.copyOf(bunch.words(), bunch.at(bunch.size()));
      int[] steps = Arrays.copyOf(bunch.steps(), bunch.size());
      kept.add(new Snapshot(sweep.position(), copy, steps, bunch.size()));
      if (kept.size() > MOST) {
        kept.removeFirst();
      }
    }
  }

  /** The latest one from no later than {@code to}, or the earliest; forgets those after it. */
  @Nullable Snapshot back(long to) {
    while (kept.size() > 1 && kept.getLast().position() > to) {
      kept.removeLast();
    }
    return kept.peekLast();
  }

  /** Forgets all of them. */
  void clear() {
    kept.clear();
  }

  /** Marks what led to them as needed. */
  void keep(Trail trail) {
    kept.forEach(each -> trail.keep(each.steps(), each.count()));
  }

  /** Says by which steps they came about now that {@code trail} was compacted. */
  void renumber(Trail trail) {
    kept.forEach(each -> trail.renumber(each.steps(), each.count()));
  }
}
