/**
 * What is asked of the system: generators that choose operations, sessions that carry them out.
 *
 * <p>Everything here is pure: time and randomness come in as parameters. This package must never
 * know a socket, a thread, a host or a fault.
 *
 * <p>Start reading at {@link io.quorate.workload.Generator} and {@link
 * io.quorate.workload.ClientSession}.
 */
@NullMarked
package io.quorate.workload;

import org.jspecify.annotations.NullMarked;
