package io.quorate.bench.micro;

import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.core.CoreConfig;
import io.quorate.raft.core.Effect;
import io.quorate.raft.core.Input;
import io.quorate.raft.core.Raft;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.rules.Rules;
import java.util.List;
import java.util.SplittableRandom;

/** One server's core, of three servers; what it writes is durable when it is told so. */
final class OneCore {
  static final String SELF = "n1";
  static final List<String> PEERS = List.of("n2", "n3");

  /** Entries after which the log is compacted, as a snapshot would. */
  private static final int KEPT = 1 << 14;

  private final Raft raft;
  private long written;
  private long round;
  private long answered;

  OneCore() {
    Configuration all = Configuration.of(List.of(SELF, PEERS.get(0), PEERS.get(1)));
    long ms = 1_000_000;
    CoreConfig config =
        new CoreConfig(
            SELF, all, 300 * ms, 150 * ms, 60 * ms, false, false, 1024, 1 << 18, 16, 64, false,
            Rules.correct());
    raft =
        new Raft(
            config,
            new HardState(0, null),
            SnapshotId.NONE,
            all,
            List.<LogEntry>of(),
            new SplittableRandom(1));
    tell(new Input.Start());
  }

  void tell(Input input) {
    for (Effect effect : raft.step(input, 0)) {
      if (effect instanceof Effect.Persist persist) {
        written = persist.sequence();
      } else if (effect instanceof Effect.Answer) {
        answered++;
      } else if (effect instanceof Effect.Send send
          && send.message() instanceof PeerMessage.AppendRequest request) {
        round = request.round();
      }
    }
  }

  /** Everything it wrote is durable. */
  void synced() {
    tell(new Input.Persisted(written));
  }

  void received(String peer, PeerMessage message) {
    tell(new Input.Received(peer, message));
  }

  /** Lets go of its log once there is much of it. */
  void compact() {
    if (raft.applied() - raft.snapshot().index() > KEPT) {
      tell(new Input.Compacted(new SnapshotId(term(), raft.applied(), 1, 0)));
    }
  }

  long term() {
    return raft.hardState().term();
  }

  /** The confirmation round it sent last. */
  long round() {
    return round;
  }

  /** Answers it gave to clients. */
  long answered() {
    return answered;
  }

  long commit() {
    return raft.commit();
  }
}
