package io.quorate.trial;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client slots of a trial: which process number each runs under, what it has open, and when
 * that becomes a doubt.
 *
 * <p>Slots below {@code workers} are the generator's. Above them each node has one slot more, for
 * the reads a schedule directs at it. Slot {@code s} lives beside node {@code s mod nodes}. A doubt
 * ends the process: the slot goes on under a number higher by the count of slots, so that the slot
 * can always be told from the process number.
 */
final class Clients {
  private static final long NEVER = Long.MAX_VALUE;

  private record Deadline(long nanos, int slot, long process) {}

  /** An operation that ended: what it was, and when it had begun. */
  record Ended(Invocation invocation, long invokedNanos) {}

  private final TrialPlan plan;
  private final int workers;
  private final int slots;
  private final long timeoutNanos;
  private final long[] process;
  private final @Nullable Invocation[] open;
  private final long[] invokedNanos;
  private final BitSet free = new BitSet();
  private final Workers view;
  private final Set<String> keys = new LinkedHashSet<>();
  private final ArrayDeque<Deadline> deadlines = new ArrayDeque<>();
  private @Nullable Generator generator;
  private long wakeNanos = NEVER;
  private int openCount;

  Clients(TrialPlan plan) {
    this.plan = plan;
    workers = plan.workers();
    slots = workers + plan.nodes().size();
    timeoutNanos = plan.operationTimeout().toNanos();
    process = new long[slots];
    open = new Invocation[slots];
    invokedNanos = new long[slots];
    for (int slot = 0; slot < slots; slot++) {
      process[slot] = slot;
    }
    free.set(0, workers);
    view = new Workers(workers, plan.nodes().size(), free);
  }

  /** Employs {@code next} from now on, or nobody when null. */
  void use(@Nullable Generator next) {
    generator = next;
    wakeNanos = NEVER;
  }

  /** Whether no operation is open. */
  boolean idle() {
    return openCount == 0;
  }

  /** Whether the generator has nothing to ask any more. */
  boolean exhausted() {
    return generator == null;
  }

  /** Returns every key asked for so far, in the order of their first use. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  boolean busy(int slot) {
    return open[slot] != null;
  }

  /** Returns the slot of the reads directed at node {@code node}. */
  int readerBeside(int node) {
    return workers + node;
  }

  /** Returns the next time at which something is due without any event. */
  long wakeNanos() {
    Deadline first = deadlines.peek();
    return Math.min(wakeNanos, first == null ? NEVER : first.nanos());
  }

  /** Starts all operations that are due. */
  void pump(long now, Outbox out) {
    wakeNanos = NEVER;
    while (generator != null && !free.isEmpty() && wakeNanos == NEVER) {
      Generator.Answer answer = generator.next(now, view);
      switch (answer) {
        case Generator.Emit e when e.dueNanos() > now -> wakeNanos = e.dueNanos();
        case Generator.Emit e -> {
          generator = e.rest();
          start(now, e.worker(), e.invocation(), e.dueNanos(), null, out);
          tell(now, new WorkerEvent.Started(e.worker(), e.invocation()));
        }
        case Generator.NotBefore n -> {
          generator = n.rest();
          wakeNanos = Math.max(n.nanos(), now + 1);
        }
        case Generator.Waiting w -> {
          generator = w.rest();
          return;
        }
        case Generator.Done d -> generator = null;
      }
    }
  }

  /** Starts an operation in a free slot. */
  void start(
      long now, int slot, Invocation invocation, long due, @Nullable String pinnedTo, Outbox out) {
    if (open[slot] != null) {
      throw new IllegalStateException("slot " + slot + " is asked while busy");
    }
    if (invocation.key() != null) {
      keys.add(invocation.key());
    }
    open[slot] = invocation;
    invokedNanos[slot] = now;
    openCount++;
    free.clear(slot);
    deadlines.add(new Deadline(now + timeoutNanos, slot, process[slot]));
    String node = pinnedTo != null ? pinnedTo : plan.nodes().get(slot % plan.nodes().size());
    out.record(new Entry.Invoked(now, due, process[slot], invocation, node));
    out.add(new Command.Invoke(slot, process[slot], invocation, due, pinnedTo));
  }

  /** Ends an operation; returns what it was, or null for an answer that came too late. */
  @Nullable Ended complete(
      long now,
      int slot,
      long asProcess,
      Completion completion,
      @Nullable String node,
      Outbox out) {
    Invocation invocation = open[slot];
    if (invocation == null || process[slot] != asProcess) {
      return null;
    }
    out.record(new Entry.Completed(now, asProcess, completion, node));
    open[slot] = null;
    openCount--;
    if (completion instanceof Completion.Info) {
      process[slot] += slots;
    }
    if (slot < workers) {
      free.set(slot);
      tell(now, new WorkerEvent.Ended(slot, invocation, completion));
    }
    return new Ended(invocation, invokedNanos[slot]);
  }

  /** Turns every operation whose time is over into a doubt. */
  void expire(long now, Outbox out) {
    Deadline first = deadlines.peek();
    while (first != null && (first.nanos() <= now || over(first))) {
      deadlines.remove();
      if (!over(first)) {
        String node = plan.nodes().get(first.slot() % plan.nodes().size());
        out.add(new Command.Abandon(first.slot(), first.process()));
        Completion doubt = new Completion.Info("timed out");
        complete(now, first.slot(), first.process(), doubt, node, out);
      }
      first = deadlines.peek();
    }
  }

  private boolean over(Deadline deadline) {
    return open[deadline.slot()] == null || process[deadline.slot()] != deadline.process();
  }

  private void tell(long now, WorkerEvent event) {
    if (generator != null) {
      generator = generator.update(now, view, event);
    }
  }
}
