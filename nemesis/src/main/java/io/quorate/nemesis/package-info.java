/**
 * What is broken: faults as data, the geometry of partitions, schedules of steps, and the ports
 * through which a world injects, lifts and proves them.
 *
 * <p>Everything but the ports is pure. This package must never know a host, a socket or a thread.
 *
 * <p>Start reading at {@link io.quorate.nemesis.Fault} and {@link io.quorate.nemesis.Schedule}.
 */
@NullMarked
package io.quorate.nemesis;

import org.jspecify.annotations.NullMarked;
