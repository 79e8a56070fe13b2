package io.quorate.raft.rules.bugs;

import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.rules.Apply;
import io.quorate.raft.rules.Boot;
import io.quorate.raft.rules.Commit;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.Election;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.Membership;
import io.quorate.raft.rules.Read;
import io.quorate.raft.rules.Replicas;
import io.quorate.raft.rules.Replication;
import io.quorate.raft.rules.Rules;
import io.quorate.raft.rules.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** All the bugs this server can be told to have. */
public final class Bugs {
  private static final Read FROM_LEADERS_MEMORY =
      new Read() {
        @Override
        public Route route(Role role) {
          return role == Role.LEADER ? Route.LOCAL : Route.REDIRECT;
        }
      };

  private static final Read FROM_ANY_MEMORY =
      new Read() {
        @Override
        public Route route(Role role) {
          return Route.LOCAL;
        }
      };

  private static final Read BEFORE_OWN_COMMIT =
      new Read() {
        @Override
        public boolean knowsCommit(long commit, long firstOfTerm) {
          return true;
        }
      };

  private static final Read LEASE_TOO_LONG =
      new Read() {
        @Override
        public long leaseNanos(boolean wanted, long electionNanos) {
          return 4 * electionNanos;
        }
      };

  private static final Election NO_CHECK_QUORUM =
      new Election() {
        @Override
        public boolean remains(Quorum quorum, Set<String> heard) {
          return true;
        }
      };

  private static final Election LOG_NOT_COMPARED =
      new Election() {
        @Override
        public boolean grants(
            HardState mine, LogPosition last, String candidate, LogPosition theirs) {
          return mine.votedFor() == null || mine.votedFor().equals(candidate);
        }

        @Override
        public boolean wouldGrant(HardState mine, LogPosition last, long term, LogPosition theirs) {
          return term >= mine.term();
        }
      };

  private static final Commit OLD_TERMS_BY_COUNTING =
      new Commit() {
        @Override
        public long byLeader(Replicas replicas, long commit, long term, LongUnaryOperator termAt) {
          return Math.max(commit, replicas.onMajority());
        }
      };

  private static final Commit OWN_APPEND_IS_ENOUGH =
      new Commit() {
        @Override
        public long byLeader(Replicas replicas, long commit, long term, LongUnaryOperator termAt) {
          return Math.max(commit, replicas.match().getOrDefault(replicas.self(), 0L));
        }
      };

  private static final Commit UP_TO_OWN_LAST =
      new Commit() {
        @Override
        public long byFollower(long commit, long leaderCommit, long agreed, long lastIndex) {
          return Math.max(commit, Math.min(leaderCommit, lastIndex));
        }
      };

  private static final Replication CUT_ALWAYS =
      new Replication() {
        @Override
        public boolean conflicts(long termThere, long newTerm) {
          return true;
        }
      };

  private static final Durability BEFORE_SYNC =
      new Durability() {
        @Override
        public boolean waits(Promise promise) {
          return promise != Promise.APPEND_RESPONSE
              && promise != Promise.OWN_MATCH
              && Durability.super.waits(promise);
        }
      };

  private static final Session ANSWERS_FORGOTTEN =
      new Session() {
        @Override
        public boolean forgetsAnswers() {
          return true;
        }
      };

  private static final Session NOT_IN_SNAPSHOT =
      new Session() {
        @Override
        public boolean inSnapshot() {
          return false;
        }
      };

  private static final Apply SNAPSHOT_NAMED_TOO_EARLY =
      new Apply() {
        @Override
        public long snapshotAt(long applied) {
          return applied - 1;
        }
      };

  private static final Membership ONE_AT_A_TIME_TOO_EARLY =
      new Membership() {
        @Override
        public boolean mayBegin(long commit, long firstOfTerm, long configuredAt) {
          return commit >= configuredAt;
        }

        @Override
        public boolean inOneStep(Quorum now, Quorum target) {
          return differences(now.voters(), target.voters()) <= 1;
        }
      };

  private static final Membership JOINT_LEFT_TOO_EARLY =
      new Membership() {
        @Override
        public boolean mayLeaveJoint(long commit, long configuredAt) {
          return true;
        }
      };

  private static final Boot VOTE_FORGOTTEN =
      new Boot() {
        @Override
        public HardState recall(HardState recovered) {
          return new HardState(recovered.term(), null);
        }
      };

  private static final List<Bug> ALL =
      List.of(
          new Bug(
              "B01",
              "majority-of-reachable",
              "MIT 6.824 lecture 6; Elasticsearch 1.x and Hazelcast 3.8.3 Jepsen reports",
              "split brain: two winners of one compare-and-set",
              MajorityOfReachable::in),
          new Bug(
              "B02",
              "vote-forgotten-at-restart",
              "Raft figure 2; jgroups-raft 4c6961f; sofa-jraft#96",
              "two leaders in one term, lost update",
              rules -> rules.with(VOTE_FORGOTTEN).with(new SilentGuard())),
          new Bug(
              "B05",
              "old-terms-committed-by-counting",
              "Raft figure 8; logcabin#44",
              "an acknowledged write vanishes",
              rules -> rules.with(OLD_TERMS_BY_COUNTING).with(new SilentGuard())),
          new Bug(
              "B06",
              "log-not-compared-in-election",
              "Raft 5.4.1; jgroups-raft#251",
              "lost updates after a failover",
              rules -> rules.with(LOG_NOT_COMPARED).with(new SilentGuard())),
          new Bug(
              "B07",
              "stale-read-from-memory",
              "etcd#741 (0.4.1); Consul's default mode; d-engine#381",
              "stale read at an old leader",
              rules -> rules.with(FROM_LEADERS_MEMORY).with(NO_CHECK_QUORUM)),
          new Bug(
              "B09",
              "read-before-own-commit",
              "etcd#7331; redisraft PR#22",
              "stale read right after an election",
              rules -> rules.with(BEFORE_OWN_COMMIT)),
          new Bug(
              "B10",
              "lease-longer-than-election-timeout",
              "sofa-jraft#25, #26, #34; the comment of etcd-io/raft's ReadOnlyOption",
              "stale read at a leader that was paused or cut off",
              rules -> rules.with(LEASE_TOO_LONG).with(NO_CHECK_QUORUM)),
          new Bug(
              "B11",
              "follower-reads-locally",
              "jgroups-raft#208; etcd's serializable and Consul's stale mode",
              "stale read at a follower",
              rules -> rules.with(FROM_ANY_MEMORY)),
          new Bug(
              "B14",
              "acknowledged-after-own-append",
              "MongoDB 3.4.0-rc3 report; classic asynchronous replication",
              "lost update",
              rules -> rules.with(OWN_APPEND_IS_ENOUGH).with(new SilentGuard())),
          new Bug(
              "B15",
              "acknowledged-before-sync",
              "NATS 2.12.1 Jepsen report; etcd#14370",
              "an acknowledged write is lost with the power",
              rules -> rules.with(BEFORE_SYNC).with(new SilentGuard())),
          new Bug(
              "B16",
              "commit-up-to-own-last-entry",
              "atomix#1036; scylladb#10578",
              "divergence, dirty read at a former leader",
              rules -> rules.with(UP_TO_OWN_LAST).with(NO_CHECK_QUORUM).with(new SilentGuard())),
          new Bug(
              "B17",
              "log-cut-without-conflict",
              "the students' guide to MIT 6.824",
              "an acknowledged write is lost",
              rules -> rules.with(CUT_ALWAYS).with(new SilentGuard())),
          new Bug(
              "B22",
              "retry-applied-twice",
              "thesis 6.3; Ratis' retry cache exists for it",
              "duplicated append, a compare-and-set that succeeded is told to have failed",
              rules -> rules.with(ANSWERS_FORGOTTEN)),
          new Bug(
              "B23",
              "sessions-not-in-snapshot",
              "thesis 6.3; the class of Redis-Raft's snapshot bugs",
              "replicas differ after a restart or an install, lost update",
              rules -> rules.with(NOT_IN_SNAPSHOT).with(new SilentGuard())),
          new Bug(
              "B30",
              "one-server-changed-before-own-commit",
              "Ongaro, raft-dev, July 2015; jgroups-raft#38",
              "two majorities that do not overlap, lost update",
              rules -> rules.with(ONE_AT_A_TIME_TOO_EARLY).with(new SilentGuard())),
          new Bug(
              "B31",
              "joint-configuration-left-before-commit",
              "camunda#60086; RethinkDB 2.2.3 Jepsen report",
              "split brain after a membership change",
              rules -> rules.with(JOINT_LEFT_TOO_EARLY).with(new SilentGuard())),
          new Bug(
              "B35",
              "applied-again-after-restart",
              "the class of openraft 681d04da",
              "replicas differ, duplicated append",
              rules -> rules.with(SNAPSHOT_NAMED_TOO_EARLY).with(new SilentGuard())));

  private Bugs() {}

  private static long differences(List<String> one, List<String> other) {
    return one.stream().filter(name -> !other.contains(name)).count()
        + other.stream().filter(name -> !one.contains(name)).count();
  }

  /** Every bug, by id. */
  public static List<Bug> all() {
    return ALL;
  }

  /** The bug of this id, in either case, or of this readable name. */
  public static Optional<Bug> named(String idOrName) {
    return ALL.stream()
        .filter(bug -> bug.id().equalsIgnoreCase(idOrName) || bug.name().equals(idOrName))
        .findFirst();
  }

  /** The correct rules, changed by each of these bugs in turn. */
  public static Rules rulesWith(List<Bug> bugs) {
    Rules rules = Rules.correct();
    for (Bug bug : bugs) {
      rules = bug.replaced().apply(rules);
    }
    return rules;
  }
}
