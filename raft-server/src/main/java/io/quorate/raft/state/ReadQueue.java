package io.quorate.raft.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The reads a leader has not answered (thesis 6.4), in the order they arrived. */
public final class ReadQueue {
  /**
   * Reads that share a round.
   *
   * @param round begun after all of them had arrived
   * @param index the commit index when the round began
   */
  public record Batch(long round, long index, List<Long> tickets) {}

  private List<Long> arrived = new ArrayList<>();
  private final Deque<Batch> begun = new ArrayDeque<>();

  public void add(long ticket) {
    arrived.add(ticket);
  }

  /** Whether reads wait for a round and none is under way. */
  public boolean mayBegin() {
    return begun.isEmpty() && !arrived.isEmpty();
  }

  /** Gives all that have arrived a round of their own. */
  public void begin(long round, long index) {
    begun.add(new Batch(round, index, arrived));
    arrived = new ArrayList<>();
  }

  /** Takes out, oldest first, the batches for which this holds. */
  public void release(Predicate<Batch> ready, Consumer<Batch> taker) {
    while (!begun.isEmpty() && ready.test(begun.element())) {
      taker.accept(begun.remove());
    }
  }

  /** Takes out every read. */
  public void abandon(Consumer<Long> taker) {
    begun.forEach(batch -> batch.tickets().forEach(taker));
    arrived.forEach(taker);
    begun.clear();
    arrived = new ArrayList<>();
  }
}
