/**
 * Sockets: one selector, no blocking call, no thread of its own but the one that computes TLS
 * handshakes.
 *
 * <p>Server i dials server j and sends to it on that connection alone, so that a cut of one
 * direction is well-defined. Every queue and every wait here has a limit with a name. Must never
 * know what a message means to Raft.
 *
 * <p>Start reading at {@link io.quorate.raft.shell.net.SocketNetwork}.
 */
@NullMarked
package io.quorate.raft.shell.net;

import org.jspecify.annotations.NullMarked;
