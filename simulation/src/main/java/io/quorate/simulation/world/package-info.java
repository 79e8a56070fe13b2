/**
 * Executes a trial's commands in virtual time: the simulated counterpart of the runner.
 *
 * <p>It must never know how a history is judged. Start reading at {@link
 * io.quorate.simulation.world.VirtualWorld}.
 */
@NullMarked
package io.quorate.simulation.world;

import org.jspecify.annotations.NullMarked;
