package io.quorate.raft.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is to happen when. Of equal times the earlier planned comes first. */
final class Schedule {
  private record Planned(long at, long order, Runnable action) {}

  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
  private long now;
  private long order;

  long now() {
    return now;
  }

  void after(long delayNanos, Runnable action) {
    planned.add(new Planned(now + delayNanos, order++, action));
  }

  /** Does the next thing. */
  void next() {
    Planned next = planned.remove();
    now = next.at();
    next.action().run();
  }
}
