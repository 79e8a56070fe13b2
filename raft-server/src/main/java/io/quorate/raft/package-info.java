/**
 * The words of Raft that every room of this server speaks: log entries, hard state, roles, quorums.
 *
 * <p>Holds data only. It must never know a clock, a thread, a socket or a file.
 *
 * <p>Start reading at {@link io.quorate.raft.LogEntry} and {@link io.quorate.raft.Quorum}.
 */
@NullMarked
package io.quorate.raft;

import org.jspecify.annotations.NullMarked;
