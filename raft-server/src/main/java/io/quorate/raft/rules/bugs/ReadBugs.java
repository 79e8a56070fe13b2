package io.quorate.raft.rules.bugs;

import io.quorate.raft.Role;
import io.quorate.raft.rules.Commit;
import io.quorate.raft.rules.Read;
import java.util.List;

/** Bugs of reads without the log (8, thesis 6.4). */
final class ReadBugs {
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

  private static final Read ANY_ANSWER_COUNTS =
      new Read() {
        @Override
        public boolean counts(long round, long roundOfRead) {
          return round > 0;
        }
      };

  private static final Read SERVES_WHILE_STARTING =
      new Read() {
        @Override
        public boolean servesWhileStarting() {
          return true;
        }
      };

  private static final Commit COMMITTED_BY_READS =
      new Commit() {
        @Override
        public long byReads(long commit, long lastIndex) {
          return lastIndex;
        }
      };

  static final List<Bug> ALL =
      List.of(
          new Bug(
              "B07",
              "stale-read-from-memory",
              "etcd#741 (0.4.1); Consul's default mode; d-engine#381",
              "stale read at an old leader",
              rules -> rules.with(FROM_LEADERS_MEMORY).with(new NoCheckQuorum())),
          new Bug(
              "B08",
              "any-answer-confirms-a-read",
              "etcd#20418; the review of Ratis PR#700",
              "stale read at a leader that was paused or cut off",
              rules -> rules.with(ANY_ANSWER_COUNTS)),
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
              rules -> rules.with(LEASE_TOO_LONG).with(new NoCheckQuorum())),
          new Bug(
              "B11",
              "follower-reads-locally",
              "jgroups-raft#208; etcd's serializable and Consul's stale mode",
              "stale read at a follower",
              rules -> rules.with(FROM_ANY_MEMORY)),
          new Bug(
              "B12",
              "read-while-starting",
              "etcd#3879; Consul 2644; etcd-io/raft PR#105",
              "old values after a restart",
              rules -> rules.with(SERVES_WHILE_STARTING)),
          new Bug(
              "B13",
              "reads-advance-the-commit-index",
              "seen in a released Java library of Raft",
              "dirty read, then a lost acknowledged write",
              rules ->
                  rules
                      .with(COMMITTED_BY_READS)
                      .with(new NoCheckQuorum())
                      .with(new SilentGuard())));

  private ReadBugs() {}
}
