package io.quorate.checker.severity;

import io.quorate.history.Operation;

/**
 * Two operations of one process on one key, the later of which saw what was older than what the
 * earlier had shown it (Terry et al., Session guarantees for weakly consistent replicated data,
 * 1994). Older is a value all whose possible writes had returned before the other's were invoked.
 *
 * @param promise what is broken
 * @param earlier what the process saw or wrote
 * @param later what it saw afterwards
 */
public record Breach(Promise promise, Operation earlier, Operation later) {
  /** A promise to a single process. */
  public enum Promise {
    /** What a process has seen it does not see undone. */
    MONOTONIC_READS,
    /** What a process has written it sees, or something newer. */
    READ_YOUR_WRITES
  }
}
