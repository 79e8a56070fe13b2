package io.quorate.cluster;

/**
 * What one directed link has carried.
 *
 * @param passedBytes bytes handed on since the world was opened
 * @param heldBytes bytes taken from senders and not handed on yet: stalled by a cut, waiting for
 *     their delay, or for a receiver that does not read
 * @param connections connections that use the link now
 */
public record LinkTraffic(long passedBytes, long heldBytes, int connections) {}
