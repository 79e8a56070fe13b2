/**
 * Detection power: what the checker would have caught in a history that it found linearizable.
 *
 * <p>Copies of the history are damaged as a faulty system would have, each in one place drawn by
 * lot, and given to the checker again. This package must never know how a history is judged, a
 * clock of its own, or what is done with the counts.
 *
 * <p>Start reading at {@link io.quorate.checker.power.PowerMeter}, then {@link
 * io.quorate.checker.power.Damage}.
 */
@NullMarked
package io.quorate.checker.power;

import org.jspecify.annotations.NullMarked;
