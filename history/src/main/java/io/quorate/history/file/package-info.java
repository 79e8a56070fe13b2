/**
 * The file forms: {@code history.jsonl}, written while a run goes on and read back to be judged,
 * and the nodes' {@code trace.jsonl}. The form is described in {@code docs/history-format.md}.
 *
 * <p>Every prefix of a history file, cut at any byte, is a valid history; anything else that is
 * wrong in one is an error with line and column. This package must never judge what it reads.
 *
 * <p>Start reading at {@link io.quorate.history.file.HistoryWriter} and {@link
 * io.quorate.history.file.HistoryReader}.
 */
@NullMarked
package io.quorate.history.file;

import org.jspecify.annotations.NullMarked;
