package io.quorate.workload;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;

/** What a generator is told: a worker began or ended an operation. */
public sealed interface WorkerEvent {
  /** The worker concerned. */
  int worker();

  /** The operation concerned. */
  Invocation invocation();

  /** The operation was handed to the client. */
  record Started(int worker, Invocation invocation) implements WorkerEvent {}

  /** The operation ended. */
  record Ended(int worker, Invocation invocation, Completion completion) implements WorkerEvent {}
}
