/**
 * The process: flags, the one loop that hands events to the server, timers, and how it ends.
 *
 * <p>Must never know what an event means to Raft, nor keep anything the server does not know.
 *
 * <p>Start reading at {@link io.quorate.raft.shell.main.Main} and {@link
 * io.quorate.raft.shell.main.EventLoop}.
 */
@NullMarked
package io.quorate.raft.shell.main;

import org.jspecify.annotations.NullMarked;
