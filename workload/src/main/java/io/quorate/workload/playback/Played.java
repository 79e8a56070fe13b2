package io.quorate.workload.playback;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;

/**
 * One operation of a playback.
 *
 * @param invokedNanos when it began
 * @param dueNanos when it was meant to begin
 * @param endedNanos when it ended
 */
public record Played(
    long invokedNanos,
    long dueNanos,
    long endedNanos,
    int worker,
    Invocation invocation,
    Completion completion) {}
