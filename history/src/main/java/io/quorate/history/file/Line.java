package io.quorate.history.file;

import io.quorate.history.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One line of a history after the first.
 *
 * @param function of an operation line, also where the entry, a completion, does not repeat it
 * @param key likewise
 */
record Line(long order, Entry entry, @Nullable String function, @Nullable String key) {}
