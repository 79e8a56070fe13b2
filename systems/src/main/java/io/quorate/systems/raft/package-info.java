/**
 * The Raft register server that comes with the toolkit, as a system under test.
 *
 * <p>Speaks to the server by its protocol alone; must never know its inside.
 *
 * <p>Start reading at {@link io.quorate.systems.raft.RaftSystem}, then {@link
 * io.quorate.systems.raft.RaftClient}.
 */
@NullMarked
package io.quorate.systems.raft;

import org.jspecify.annotations.NullMarked;
