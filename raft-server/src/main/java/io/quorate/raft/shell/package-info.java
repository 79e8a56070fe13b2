/**
 * The real world of one server process: what it is told, and how it says what it does.
 *
 * <p>The rooms below move bytes and nothing else: {@code net} sockets, {@code disk} files, {@code
 * main} the one loop that hands events to the server. No rule of Raft may be decided here.
 *
 * <p>Start reading at {@link io.quorate.raft.shell.Settings}, then at the loop in {@code main}.
 */
@NullMarked
package io.quorate.raft.shell;

import org.jspecify.annotations.NullMarked;
