/**
 * The servers of a simulated cluster, their disks, clocks and lives, and the eyes that watch the
 * laws of Raft from inside. It must never know clients, schedules or histories.
 *
 * <p>Start reading at {@link io.quorate.simulation.cluster.SimulatedCluster}.
 */
@NullMarked
package io.quorate.simulation.cluster;

import org.jspecify.annotations.NullMarked;
