package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage;
import org.jspecify.annotations.Nullable;

/** Everything the core can be told. */
public sealed interface Input {
  /** Begin, as a follower. */
  record Start() implements Input {}

  /** A timer fired. One that was cancelled meanwhile does no harm. */
  record TimerFired(Timer.Name name) implements Input {}

  /** A message came from voter {@code from}. */
  record Received(String from, PeerMessage message) implements Input {}

  /** The connection over which {@code peer} sends was closed. */
  record PeerGone(String peer) implements Input {}

  /** A client wants this command executed; answered under {@code ticket}. */
  record Propose(long ticket, Command command) implements Input {}

  /** A client wants to read; answered under {@code ticket}. */
  record Read(long ticket) implements Input {}

  /**
   * Another server is to lead: {@code to}, or the one that is furthest when null. Answered under
   * {@code ticket}, unless nobody waits.
   */
  record Transfer(long ticket, @Nullable String to) implements Input {
    /** The ticket under which nobody waits. */
    public static final long NOBODY = 0;
  }

  /** The process is to end: another server is to lead, and nothing long is to be waited for. */
  record Retire() implements Input {}

  /** Who takes part is to change to {@code target}, which is not joint (thesis 4). */
  record Reconfigure(long ticket, Configuration target) implements Input {}

  /** Every {@link Effect.Persist} up to this sequence number is durable. */
  record Persisted(long sequence) implements Input {}

  /** A snapshot that this server took of its own state is durable. */
  record Compacted(SnapshotId id) implements Input {}

  /** The snapshot of an {@link Effect.Install} is durable; {@code configuration} is in it. */
  record Installed(SnapshotId id, Configuration configuration) implements Input {}

  /** Nothing else is waiting: send what was gathered. */
  record Flush() implements Input {}
}
