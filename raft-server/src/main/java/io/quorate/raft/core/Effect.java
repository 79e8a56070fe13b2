package io.quorate.raft.core;

import io.quorate.raft.Chunk;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.rules.LogPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the core can ask for. To be carried out in the order given; an effect that names a
 * sequence number waits for the {@link Persist} of that number, and 0 waits for nothing.
 */
public sealed interface Effect {
  /**
   * Make durable, in this order: the hard state, the end of the log, the new entries.
   *
   * @param sequence dense, from 1
   * @param hardState the new one, or null when unchanged
   * @param last where the log ends before the new entries, or null when nothing is cut off
   * @param entries to append
   */
  record Persist(
      long sequence,
      @Nullable HardState hardState,
      @Nullable LogPosition last,
      List<LogEntry> entries)
      implements Effect {}

  /** Send to a peer once {@code after} is durable. */
  record Send(String to, PeerMessage message, long after) implements Effect {}

  /** Tell the client under this ticket, once {@code after} is durable. */
  record Answer(long ticket, Outcome outcome, long after) implements Effect {}

  /** Give these committed entries to the state machine. */
  record Apply(List<LogEntry> entries) implements Effect {}

  /** Make this snapshot, which a leader sent, durable; {@link Input.Installed} is to follow. */
  record Install(SnapshotId id, Chunk state) implements Effect {}

  /** Let the state machine hold what the snapshot last installed holds. */
  record Restore(SnapshotId id) implements Effect {}

  /** Send to a peer the part of the snapshot that begins at {@code offset}. */
  record SendSnapshot(String to, SnapshotId id, long term, int offset, long round)
      implements Effect {}

  /** Set the timer, replacing an earlier one of this name. */
  record SetTimer(Timer.Name name, long delayNanos) implements Effect {}

  /** Forget the timer. */
  record CancelTimer(Timer.Name name) implements Effect {}

  /** A line for the trace: docs/raft-trace.md. */
  record Note(String kind, long term, long index, List<Object> fields) implements Effect {}
}
