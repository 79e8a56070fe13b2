/**
 * A simulated cluster: the whole server over a disk, a network and timers made of memory.
 *
 * <p>Start reading at {@link io.quorate.raft.sim.SimCluster}.
 */
@NullMarked
package io.quorate.raft.sim;

import org.jspecify.annotations.NullMarked;
