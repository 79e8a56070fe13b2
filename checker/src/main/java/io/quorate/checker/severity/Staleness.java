package io.quorate.checker.severity;

import io.quorate.history.Operation;

/**
 * How stale reads were, at least, if what was acknowledged took effect.
 *
 * <p>Whichever write a read's value is taken to come from, the value had been overwritten for so
 * long, and so often, when the read was invoked: by writes invoked after that write had returned,
 * and returned themselves. So no smaller bound on the staleness of all reads is kept.
 *
 * @param reads how many reads are stale
 * @param nanos how long the stalest was overwritten, by the times recorded
 * @param longest that read
 * @param versions how many writes came over the value of the read that was most behind
 * @param farthest that read
 */
public record Staleness(
    int reads, long nanos, Operation longest, int versions, Operation farthest) {}
