/**
 * The doors of the server to the world: a disk, a network, a timer, a sink for its trace.
 *
 * <p>The server calls them and never waits; what happens comes back as an {@link
 * io.quorate.raft.port.Event}. Implemented over real devices by the shell, and over simulated ones
 * by tests and by the simulation. This package must never know the core or the shell.
 *
 * <p>Start reading at {@link io.quorate.raft.port.Event}.
 */
@NullMarked
package io.quorate.raft.port;

import org.jspecify.annotations.NullMarked;
