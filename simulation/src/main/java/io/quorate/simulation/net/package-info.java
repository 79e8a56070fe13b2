/**
 * The wires between servers, and between clients and servers: what is sent arrives later, in order,
 * and not through a cut. It must never know what is sent.
 *
 * <p>Start reading at {@link io.quorate.simulation.net.Wires}.
 */
@NullMarked
package io.quorate.simulation.net;

import org.jspecify.annotations.NullMarked;
