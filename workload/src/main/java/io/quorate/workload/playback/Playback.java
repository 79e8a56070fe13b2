package io.quorate.workload.playback;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A generator played in virtual time. Stops the program when the generator breaks one of its laws:
 * a busy worker, an operation not yet due, a wake-up that has passed, a successor that waits for
 * something although nothing is under way.
 */
public final class Playback {
  /** How often in a row a generator may ask to be woken and then ask nothing. */
  static final int MAX_WAKINGS = 100_000;

  private final Client client;
  private final int workers;
  private final int nodes;
  private final BitSet free = new BitSet();
  private final List<Played> played = new ArrayList<>();
  private final PriorityQueue<Played> under =
      new PriorityQueue<>(
          Comparator.comparingLong(Played::endedNanos).thenComparingInt(Played::worker));
  private Generator generator;
  private long nowNanos;
  private int wakings;

  private Playback(Generator generator, int workers, int nodes, Client client) {
    this.generator = generator;
    this.client = client;
    this.workers = workers;
    this.nodes = nodes;
    free.set(0, workers);
  }

  /**
   * Returns the first {@code most} operations of {@code generator}, in the order they begin; fewer
   * where it is done before.
   */
  public static List<Played> of(
      Generator generator, int workers, int nodes, int most, Client client) {
    Playback playback = new Playback(generator, workers, nodes, client);
    while (playback.played.size() < most && playback.goOn()) {}
    return List.copyOf(playback.played);
  }

  /** Asks once, and does what is answered. Returns false when that was the end. */
  private boolean goOn() {
    Generator.Answer answer = generator.next(nowNanos, view());
    generator = answer.rest();
    return switch (answer) {
      case Generator.Emit emit -> {
        begin(emit);
        yield true;
      }
      case Generator.NotBefore until -> {
        sleep(until.nanos());
        yield true;
      }
      case Generator.Waiting waiting -> {
        lawful(!under.isEmpty(), "it waits, and nothing is under way");
        end(under.remove());
        yield true;
      }
      case Generator.Done done -> false;
    };
  }

  private void begin(Generator.Emit emit) {
    Invocation invocation = emit.invocation();
    lawful(free.get(emit.worker()), "worker " + emit.worker() + " is not free: " + invocation);
    lawful(emit.dueNanos() <= nowNanos, "not due before " + emit.dueNanos() + ": " + invocation);
    Client.Reply reply = client.answer(nowNanos, emit.worker(), invocation);
    Completion completion = reply.completion();
    Played operation =
        new Played(
            nowNanos,
            emit.dueNanos(),
            nowNanos + reply.nanos(),
            emit.worker(),
            invocation,
            completion);
    played.add(operation);
    under.add(operation);
    free.clear(emit.worker());
    wakings = 0;
    tell(new WorkerEvent.Started(emit.worker(), invocation));
  }

  private void sleep(long untilNanos) {
    lawful(untilNanos > nowNanos, "it asks for a time that has passed: " + untilNanos);
    Played first = under.peek();
    if (first != null && first.endedNanos() <= untilNanos) {
      end(under.remove());
    } else {
      lawful(++wakings <= MAX_WAKINGS, "it woke " + MAX_WAKINGS + " times and asked nothing");
      nowNanos = untilNanos;
    }
  }

  private void end(Played operation) {
    nowNanos = operation.endedNanos();
    free.set(operation.worker());
    tell(new WorkerEvent.Ended(operation.worker(), operation.invocation(), operation.completion()));
  }

  private void tell(WorkerEvent event) {
    generator = generator.update(nowNanos, view(), event);
  }

  private Workers view() {
    return new Workers(workers, nodes, free);
  }

  private void lawful(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalStateException(
          "a generator broke a law at " + nowNanos + " ns: " + otherwise);
    }
  }
}
