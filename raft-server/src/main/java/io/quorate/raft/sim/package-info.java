/**
 * One server over doors made of memory: a disk that loses and tears what was not synced, and a
 * network, timers and a trace that are whatever the {@link io.quorate.raft.sim.Watcher} makes of
 * them. Scripts, simulations and tests move it; no thread and no clock.
 *
 * <p>It must never know the shell. Start reading at {@link io.quorate.raft.sim.SimNode}.
 */
@NullMarked
package io.quorate.raft.sim;

import org.jspecify.annotations.NullMarked;
