/**
 * Faults brought into force on a world, lifted, and proved: links through the world's {@link
 * io.quorate.cluster.LinkControl}, processes by signals.
 *
 * <p>No tool's own word is evidence here: a cut is proved by nonces that do not arrive while others
 * do, a kill and a pause by the identity and state of the process. This package must never know
 * which system runs on the nodes.
 *
 * <p>Start reading at {@link io.quorate.cluster.fault.WorldFaults}.
 */
@NullMarked
package io.quorate.cluster.fault;

import org.jspecify.annotations.NullMarked;
