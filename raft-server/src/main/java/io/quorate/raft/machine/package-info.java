/**
 * The state machine that the log drives: registers by key.
 *
 * <p>Deterministic: equal commands in equal order leave equal registers. It must never know terms,
 * indices or servers.
 *
 * <p>Start reading at {@link io.quorate.raft.machine.Registers}.
 */
@NullMarked
package io.quorate.raft.machine;

import org.jspecify.annotations.NullMarked;
