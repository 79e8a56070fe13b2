/**
 * One whole server: core, log and state machine over the ports, moved by events, without a thread.
 *
 * <p>The shell runs it over real devices, a simulation over simulated ones. It must never know
 * which.
 *
 * <p>Start reading at {@link io.quorate.raft.server.Server}.
 */
@NullMarked
package io.quorate.raft.server;

import org.jspecify.annotations.NullMarked;
