package io.quorate.raft.core;

import io.quorate.raft.Chunk;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.rules.LogPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the effects of one step and names, for each promise, the write it waits for. */
final class Outbox {
  private final Durability durability;
  private final boolean traced;
  private List<Effect> effects = new ArrayList<>();
  private long sequence;

  Outbox(Durability durability, boolean traced) {
    this.durability = durability;
    this.traced = traced;
  }

  /** Asks for a durable write; everything promised from now on may rest on it. */
  long persist(@Nullable HardState hardState, @Nullable LogPosition last, List<LogEntry> entries) {
    sequence++;
    effects.add(new Effect.Persist(sequence, hardState, last, List.copyOf(entries)));
    return sequence;
  }

  /** The number of the last write asked for. */
  long lastSequence() {
    return sequence;
  }

  void send(Promise promise, String to, PeerMessage message) {
    effects.add(new Effect.Send(to, message, after(promise)));
  }

  void answer(long ticket, Outcome outcome) {
    effects.add(new Effect.Answer(ticket, outcome, after(Promise.ANSWER)));
  }

  void apply(List<LogEntry> entries) {
    effects.add(new Effect.Apply(List.copyOf(entries)));
  }

  void sendSnapshot(String to, SnapshotId id, long term, int offset, long round) {
    effects.add(new Effect.SendSnapshot(to, id, term, offset, round));
  }

  void install(SnapshotId id, Chunk state) {
    effects.add(new Effect.Install(id, state));
  }

  void restore(SnapshotId id) {
    effects.add(new Effect.Restore(id));
  }

  void set(Timer.Name name, long delayNanos) {
    effects.add(new Effect.SetTimer(name, delayNanos));
  }

  void cancel(Timer.Name name) {
    effects.add(new Effect.CancelTimer(name));
  }

  void note(String kind, long term, long index, Object... fields) {
    if (traced) {
      effects.add(new Effect.Note(kind, term, index, List.of(fields)));
    }
  }

  /** Whether notes are kept; making long ones may be left out otherwise. */
  boolean isTraced() {
    return traced;
  }

  /** The effects since the last call. */
  List<Effect> drain() {
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }

  private long after(Promise promise) {
    return durability.waits(promise) ? sequence : 0;
  }
}
