package io.quorate.bench.micro;

import io.quorate.raft.Command;
import io.quorate.raft.LogEntry;
import io.quorate.raft.core.Input;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage.AppendRequest;
import io.quorate.raft.protocol.PeerMessage.AppendResponse;
import io.quorate.raft.protocol.PeerMessage.VoteResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The core's steps, per command: a leader from the proposal to the answer, a follower's append. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark {
  private static final int BATCH = 64;
  private static final Command WRITE = new Command.Write("reg7", "0123456789abcdef");

  private final OneCore leader = new OneCore();
  private final OneCore follower = new OneCore();
  private long last;
  private long tickets;
  private long followed;

  /** One leads, the other follows. */
  @Setup
  public void elect() {
    leader.tell(new Input.TimerFired(Timer.Name.ELECTION));
    leader.synced();
    leader.received("n2", new VoteResponse(leader.term(), true));
    last = 1;
    acknowledge();
    if (leader.commit() != last) {
      throw new IllegalStateException("it does not lead");
    }
    followed = 0;
  }

  /** Propose, flush, both answers and the own disk, commit, answer. */
  @Benchmark
  public long leaderOne() {
    return lead(1);
  }

  /** The same for 64 commands that came together. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long leaderBatch() {
    return lead(BATCH);
  }

  private long lead(int commands) {
    for (int i = 0; i < commands; i++) {
      leader.tell(new Input.Propose(++tickets, WRITE));
    }
    last += commands;
    acknowledge();
    if (leader.answered() != tickets) {
      throw new IllegalStateException("a command was not answered");
    }
    leader.compact();
    return leader.commit();
  }

  private void acknowledge() {
    leader.tell(new Input.Flush());
    leader.synced();
    for (String peer : OneCore.PEERS) {
      leader.received(
          peer, new AppendResponse(leader.term(), true, last, 0, 0, leader.round()));
    }
  }

  /** A request with one entry, durable and answered. */
  @Benchmark
  public long followerOne() {
    return follow(1);
  }

  /** A request with 64 entries. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long followerBatch() {
    return follow(BATCH);
  }

  private long follow(int entries) {
    List<LogEntry> batch = new ArrayList<>(entries);
    long previous = followed;
    for (int i = 0; i < entries; i++) {
      batch.add(new LogEntry(1, ++followed, WRITE));
    }
    long termBefore = previous == 0 ? 0 : 1;
    follower.received("n2", new AppendRequest(1, previous, termBefore, batch, previous, 1));
    follower.synced();
    if (follower.commit() != previous) {
      throw new IllegalStateException("it does not follow");
    }
    follower.compact();
    return follower.commit();
  }
}
