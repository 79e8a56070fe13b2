/**
 * What a server's Raft keeps besides its term and its vote, as plain data: the log in memory, the
 * configurations in it, what a leader knows of a peer, the reads that wait, a snapshot on its way.
 *
 * <p>It decides nothing and sends nothing; it must never know the core, which does.
 *
 * <p>Start reading at {@link io.quorate.raft.state.RaftLog}.
 */
@NullMarked
package io.quorate.raft.state;

import org.jspecify.annotations.NullMarked;
