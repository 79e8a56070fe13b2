package io.quorate.history;

/**
 * One line of a node's white-box trace, as the server itself wrote it.
 *
 * @param node who wrote it
 * @param boot how often this node had started before, from 0
 * @param sequence dense from 0 within a boot
 * @param timeNanos the node's own monotonic clock; comparable only within a boot
 * @param term the node's current term
 * @param index the log index concerned, or its last log index
 * @param kind what happened: {@code role}, {@code vote}, {@code append}, {@code commit}, ...
 * @param detail the rest of the line, as the JSON object it is: <code>{"role":"leader"}</code>
 */
public record Observation(
    String node,
    long boot,
    long sequence,
    long timeNanos,
    long term,
    long index,
    String kind,
    String detail) {}
