/**
 * What travels between clients and servers and among servers, and how it looks on the wire.
 *
 * <p>The only package of this module that the toolkit may import. It must never know the core.
 *
 * <p>Start reading at {@link io.quorate.raft.protocol.ClientRequest} and {@link
 * io.quorate.raft.protocol.PeerMessage}; the wire form is told in docs/raft-protocol.md. A client
 * needs {@link io.quorate.raft.protocol.HelloFrames}, {@link
 * io.quorate.raft.protocol.RequestFrames}, {@link io.quorate.raft.protocol.ResponseFrames} and
 * {@link io.quorate.raft.protocol.FrameReader}.
 */
@NullMarked
package io.quorate.raft.protocol;

import org.jspecify.annotations.NullMarked;
