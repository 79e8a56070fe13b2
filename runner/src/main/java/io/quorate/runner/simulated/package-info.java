/**
 * Runs plans in the world of virtual time: what a plan means there, and where its history goes.
 *
 * <p>It must never open a host or start a process. Start reading at {@link
 * io.quorate.runner.simulated.SimulatedRun}.
 */
@NullMarked
package io.quorate.runner.simulated;

import org.jspecify.annotations.NullMarked;
