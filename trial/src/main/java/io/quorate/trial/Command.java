package io.quorate.trial;

import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Invocation;
import io.quorate.nemesis.Fault;
import org.jspecify.annotations.Nullable;

/** What a trial wants done. A world executes commands in the order given. */
public sealed interface Command {
  /** Appends to the history. Must be written before a later command of the list is executed. */
  record Record(Entry entry) implements Command {}

  /**
   * Starts the operation in the worker's client session.
   *
   * @param pinnedTo the only node it may be sent to, or null when the session's routing decides
   */
  record Invoke(
      int worker, long process, Invocation invocation, long dueNanos, @Nullable String pinnedTo)
      implements Command {}

  /** Forgets the operation: it has been completed as a doubt. The next one finds a new session. */
  record Abandon(int worker, long process) implements Command {}

  /** Injects the fault and looks; answered by Landed or Failed. */
  record Inject(String id, Fault fault) implements Command {}

  /** Looks at a fault in force; answered by Looked or Failed. */
  record Look(String id, Fault fault, Evidence.Moment moment) implements Command {}

  /** Lifts the fault and looks; answered by Healed or Failed. */
  record Heal(String id, Fault fault) implements Command {}

  /** Asks every node what it believes it is; answered by Observed. */
  record Observe() implements Command {}

  /** Hand over a Tick at this time, unless another event comes earlier. Replaces the last one. */
  record WakeAt(long nanos) implements Command {}

  /** The trial is over; nothing follows. */
  record Stop(String reason) implements Command {}
}
