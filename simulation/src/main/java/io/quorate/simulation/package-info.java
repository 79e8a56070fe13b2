/**
 * A whole cluster in one thread of virtual time: what a simulated run is told and what it gives.
 *
 * <p>The same trial, generators, client sessions, schedules and server as in the real worlds; only
 * time, network, disks and processes are made of memory, and one seed decides all of them. It must
 * never know a real clock, thread, socket or file, nor who judges what it recorded.
 *
 * <p>Start reading at {@link io.quorate.simulation.SimulatedPlan}, then at {@code
 * world.VirtualWorld}.
 */
@NullMarked
package io.quorate.simulation;

import org.jspecify.annotations.NullMarked;
