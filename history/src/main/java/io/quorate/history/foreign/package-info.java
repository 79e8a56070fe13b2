/**
 * Histories that others recorded: which form a file has, Jepsen's console log, Porcupine's
 * key-value text. The forms are described in {@code docs/foreign-histories.md}.
 *
 * <p>Every limit has a name, and what is wrong in a file is a {@link
 * io.quorate.history.file.MalformedFileException} with its line. This package must never know a
 * model, nor judge what it reads.
 *
 * <p>Start reading at {@link io.quorate.history.foreign.Form}, then {@link
 * io.quorate.history.foreign.Events}.
 */
@NullMarked
package io.quorate.history.foreign;

import org.jspecify.annotations.NullMarked;
