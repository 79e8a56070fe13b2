/**
 * Links as TCP proxies inside the toolkit: one thread carries, stalls and delays the bytes of all
 * directed links.
 *
 * <p>A directed link i to j is the forward half of the connections that i dialled and the backward
 * half of those that j dialled; a cut takes both. Bytes are never dropped out of the middle of a
 * stream: they stall, and the sender feels it as TCP back-pressure. This package must never know
 * what the bytes mean.
 *
 * <p>Start reading at {@link io.quorate.cluster.proxy.LinkProxies}, then {@code Pipe}.
 */
@NullMarked
package io.quorate.cluster.proxy;

import org.jspecify.annotations.NullMarked;
