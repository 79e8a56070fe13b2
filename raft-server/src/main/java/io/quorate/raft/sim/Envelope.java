package io.quorate.raft.sim;

import io.quorate.raft.protocol.PeerMessage;

/** A message on its way. */
public record Envelope(String from, String to, PeerMessage message) {}
