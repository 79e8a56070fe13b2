/**
 * The pure core: Raft as a machine that takes inputs and gives effects.
 *
 * <p>It decides nothing the paper decides: it asks {@link io.quorate.raft.rules.Rules}. It must
 * never know a clock, a thread, a socket or a file; randomness is handed to it.
 *
 * <p>Start reading at {@link io.quorate.raft.core.Raft}.
 */
@NullMarked
package io.quorate.raft.core;

import org.jspecify.annotations.NullMarked;
