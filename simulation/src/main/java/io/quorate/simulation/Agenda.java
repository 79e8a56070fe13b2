package io.quorate.simulation;

import java.util.PriorityQueue;

/** Virtual time: what is to happen when. Of equal times the one planned first comes first. */
public final class Agenda {
  private record Planned(long at, long order, Runnable action) implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Planned> planned = new PriorityQueue<>();
  private long now;
  private long order;

  /** Nanoseconds since the simulation began. */
  public long now() {
    return now;
  }

  /** Plans {@code action} for {@code delayNanos} from now. */
  public void after(long delayNanos, Runnable action) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("nothing happens " + -delayNanos + " ns ago");
    }
    planned.add(new Planned(now + delayNanos, order++, action));
  }

  /** Does the next thing; time is then what it was planned for. False when nothing is planned. */
  public boolean next() {
    Planned next = planned.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.action().run();
    return true;
  }

  /** How many things happened or are planned so far. */
  public long planned() {
    return order;
  }
}
