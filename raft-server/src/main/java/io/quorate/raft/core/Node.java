package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Role;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Timer;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.Rules;
import io.quorate.raft.state.Configurations;
import io.quorate.raft.state.RaftLog;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a server is and knows (figure 2, State), with the elementary changes. Each change asks for
 * the write it needs and leaves its line in the trace.
 */
final class Node {
  private final CoreConfig config;
  private final Outbox out;
  private final RaftLog log;
  private final Configurations configurations;
  private final RandomGenerator random;
  private HardState hard;
  private RoleState role = new RoleState.Follower(null);
  private SnapshotId snapshot;
  private long commit;
  private long applied;
  private boolean leaderHeard;
  private boolean starting = true;
  private long now;

  Node(
      CoreConfig config,
      HardState hard,
      SnapshotId snapshot,
      Configuration configuration,
      List<LogEntry> entries,
      RandomGenerator random) {
    this.config = config;
    this.out = new Outbox(config.rules().durability(), config.traced());
    this.log = new RaftLog(new LogPosition(snapshot.term(), snapshot.index()), entries);
    this.configurations = new Configurations(snapshot.index(), configuration, entries);
    this.snapshot = snapshot;
    this.commit = snapshot.index();
    this.applied = snapshot.index();
    this.hard = hard;
    this.random = random;
  }

  String self() {
    return config.self();
  }

  CoreConfig config() {
    return config;
  }

  Rules rules() {
    return config.rules();
  }

  Outbox out() {
    return out;
  }

  RaftLog log() {
    return log;
  }

  /** The configuration in force: the latest in the log (thesis 4.1). */
  Configuration configuration() {
    return configurations.latest();
  }

  /** Whether it may stand for election. */
  boolean mayStand() {
    return rules()
        .membership()
        .mayStand(
            configuration().votes(self()),
            configurations.voted(self()),
            commit,
            configurations.latestIndex());
  }

  Configurations configurations() {
    return configurations;
  }

  HardState hard() {
    return hard;
  }

  long term() {
    return hard.term();
  }

  RoleState role() {
    return role;
  }

  long commit() {
    return commit;
  }

  long applied() {
    return applied;
  }

  /** Its newest durable snapshot. */
  SnapshotId snapshot() {
    return snapshot;
  }

  /** Whom this server takes for the leader of its term. */
  @Nullable String leader() {
    return switch (role) {
      case RoleState.Follower follower -> follower.leader();
      case RoleState.PreCandidate asking -> null;
      case RoleState.Candidate candidate -> null;
      case Leader leader -> self();
    };
  }

  void note(String kind, long index, Object... fields) {
    out.note(kind, term(), index, fields);
  }

  /** Stops when a law is broken. */
  void require(boolean holds, String law) {
    rules().guard().require(holds, law);
  }

  /** Takes on a new term, or gives its vote in the present one. Terms never fall. */
  void remember(HardState next) {
    require(next.term() >= term(), "a term never falls");
    hard = next;
    out.persist(next, null, List.of());
    String candidate = next.votedFor();
    if (candidate == null) {
      note("term", log.lastIndex());
    } else {
      note("vote", log.lastIndex(), "for", candidate);
    }
  }

  /** Changes the role within the term. */
  void become(RoleState next) {
    if (next.equals(role)) {
      return;
    }
    boolean sameRole = next.role() == role.role();
    role = next;
    starting = starting && next.role() != Role.LEADER;
    if (!sameRole || role instanceof RoleState.Follower) {
      String leader = leader();
      note("role", log.lastIndex(), "role", lower(), "leader", leader == null ? "" : leader);
    }
  }

  private String lower() {
    return switch (role) {
      case RoleState.Follower follower -> "follower";
      case RoleState.PreCandidate asking -> "pre-candidate";
      case RoleState.Candidate candidate -> "candidate";
      case Leader leader -> "leader";
    };
  }

  /** Follows in {@code term}, which is at least its own (figure 2, All Servers, 2). */
  void follow(long term, @Nullable String leader) {
    RoleState before = role;
    if (term > term()) {
      remember(new HardState(term, null));
    }
    become(new RoleState.Follower(leader));
    if (before instanceof Leader old) {
      stopLeading(old, leader);
    }
  }

  private void stopLeading(Leader old, @Nullable String successor) {
    out.cancel(Timer.Name.HEARTBEAT);
    out.cancel(Timer.Name.CHECK_QUORUM);
    out.cancel(Timer.Name.TRANSFER);
    awaitLeader();
    old.abandon(successor, rules().session().admitsDoubt(), out::answer);
  }

  /** Whether there is a leader: this server, or one heard within the least election timeout. */
  boolean hearsLeader() {
    return leaderHeard || role instanceof Leader;
  }

  /** Whether it has neither heard a leader nor led since it started. */
  boolean starting() {
    return starting;
  }

  /** The leader was heard: nobody else is listened to for the least election timeout. */
  void leaderHeard() {
    leaderHeard = true;
    starting = false;
    out.set(Timer.Name.SILENCE, config.electionNanos());
    awaitLeader();
  }

  /**
   * The leader has most likely ended: its time is cut short. Not with leases: then a leader that is
   * alive counts on nobody being listened to.
   */
  void leaderGone() {
    if (!config.lease()) {
      long beat = config.heartbeatNanos();
      out.set(Timer.Name.SILENCE, 2 * beat);
      out.set(Timer.Name.ELECTION, 2 * beat + random.nextLong(beat));
    }
  }

  /** No leader was heard for the least election timeout. */
  void leaderSilent() {
    leaderHeard = false;
  }

  /**
   * It begins, as a follower. With leases it may have forgotten a leader that still counts on it,
   * so it listens to no candidate for the least election timeout (thesis 6.4.1).
   */
  void start() {
    if (config.lease()) {
      leaderHeard();
    } else {
      awaitLeader();
    }
  }

  /** The time of this step on the monotonic clock. */
  long now() {
    return now;
  }

  void now(long nanos) {
    now = nanos;
  }

  /** Starts anew to wait for a leader, for a time nobody else waits (5.2). */
  void awaitLeader() {
    long spread = rules().election().spread(config.electionSpreadNanos(), random);
    out.set(Timer.Name.ELECTION, config.electionNanos() + spread);
  }

  /** Waits for a leader no longer than an election takes. */
  void awaitOutcome() {
    out.set(Timer.Name.ELECTION, config.heartbeatNanos());
  }

  /** A leader appends an entry of its own. */
  void propose(Command command) {
    append(List.of(new LogEntry(term(), log.lastIndex() + 1, command)));
  }

  /** Appends to the log, cutting off first what is in the way. */
  void append(List<LogEntry> entries) {
    long first = entries.get(0).index();
    long cut = first <= log.lastIndex() ? first : 0;
    LogPosition end = log.last();
    require(first <= log.lastIndex() + 1, "a log has no gaps");
    if (cut > 0) {
      require(cut > commit, "a committed entry is never cut off");
      require(!(role instanceof Leader), "a leader never cuts its log");
      end = log.at(cut - 1);
      log.cutFrom(cut);
      note("truncate", cut);
      configured(configurations.cutFrom(cut));
    }
    log.append(entries);
    boolean cuts = cut > 0 && rules().replication().cutsOnDisk();
    log.writing(out.persist(null, cuts ? end : null, entries));
    if (out.isTraced()) {
      entries.forEach(entry -> note("append", entry.index(), Notes.of(entry)));
    }
    configured(configurations.appended(entries));
    apply();
  }

  private void configured(boolean changed) {
    if (changed) {
      Configuration now = configuration();
      note("configuration", configurations.latestIndex(), Notes.of(now));
      if (role instanceof Leader leader) {
        leader.configured(now, log.lastIndex());
      }
    }
  }

  /** A snapshot of the own state is durable: the log before it may go, but for a rest (7). */
  void compacted(SnapshotId id) {
    if (id.index() > snapshot.index()) {
      snapshot = id;
      configurations.compactTo(id.index());
      log.compactTo(Math.min(id.index(), log.lastIndex() - config.maxRetained()));
      note("snapshot", id.index(), "entryTerm", id.term(), "bytes", id.size());
    }
  }

  /**
   * A leader's snapshot is durable here (figure 13, 5 to 8): the log behind it stays when it agrees
   * with it, else all of it goes.
   */
  void installed(SnapshotId id, Configuration configuration) {
    if (id.index() <= commit) {
      return;
    }
    require(!(role instanceof Leader), "a leader never takes another's snapshot");
    LogPosition position = new LogPosition(id.term(), id.index());
    snapshot = id;
    if (log.termAt(id.index()) == id.term()) {
      configurations.compactTo(id.index());
      log.compactTo(id.index());
    } else {
      configurations.resetTo(
          id.index(), rules().membership().installed(configuration(), configuration));
      configured(true);
      log.resetTo(position);
      out.persist(null, position, List.of());
    }
    commit = id.index();
    applied = id.index();
    out.restore(id);
    note("install", id.index(), "entryTerm", id.term(), "bytes", id.size());
    apply();
  }

  /**
   * Moves the commit index forward and applies what that allows (figure 2, All Servers, 1).
   *
   * @param how in the trace, {@code quorum} or {@code leader}
   * @param who holds it by the leader's count, or who said so
   */
  void commitTo(long index, String how, String who) {
    if (index > commit) {
      commit = index;
      note("commit", index, "entryTerm", log.termAt(index), how, who);
      apply();
    }
  }

  private void apply() {
    long last = Math.min(rules().apply().upTo(commit, log.lastIndex()), log.lastIndex());
    if (last > applied) {
      List<LogEntry> entries = log.slice(applied + 1, last);
      applied = last;
      out.apply(entries);
      note("apply", last, "entryTerm", log.termAt(last));
    }
  }
}
