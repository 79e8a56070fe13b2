/**
 * The clients of a simulated run: the system's own sessions, over connections made of memory that
 * open, stall, fail and close as those of a real network do. It must never know schedules or
 * histories.
 *
 * <p>Start reading at {@link io.quorate.simulation.client.SimulatedClients}.
 */
@NullMarked
package io.quorate.simulation.client;

import org.jspecify.annotations.NullMarked;
