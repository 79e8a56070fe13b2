/**
 * The world of hosts that somebody names in a file, the catch that keeps wrong hosts safe, and the
 * clearing up after a run that died.
 *
 * <p>It must never install anything outside a host's working directory, nor touch a host without
 * the marker.
 *
 * <p>Start reading at {@link io.quorate.cluster.hosts.HostsWorld} and {@link
 * io.quorate.cluster.hosts.Heal}.
 */
@NullMarked
package io.quorate.cluster.hosts;

import org.jspecify.annotations.NullMarked;
