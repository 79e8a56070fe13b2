package io.quorate.checker;

import org.jspecify.annotations.Nullable;

/**
 * What was found about one key, and what it cost.
 *
 * @param key the key, or null where the history has only one object
 * @param operations how many of its operations were judged: all but those that say nothing
 * @param verdict the answer
 * @param engine what gave it: {@code necessary checks}, {@code zones}, {@code depth-first search},
 *     {@code lazy search}
 * @param configurations how many different configurations were explored
 * @param nanos how long it took, with the explanation
 */
public record KeyVerdict(
    @Nullable String key,
    int operations,
    Verdict verdict,
    String engine,
    long configurations,
    long nanos) {}
