package io.quorate.raft.rules.bugs;

import io.quorate.raft.rules.Commit;
import io.quorate.raft.rules.Replicas;
import io.quorate.raft.rules.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Bugs of how logs come to agree and when an entry is committed (5.3, 5.4, 7). */
final class LogBugs {
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

  private static final Replication PREVIOUS_TERM_IGNORED =
      new Replication() {
        @Override
        public boolean agrees(long termThere, long previousTerm) {
          return termThere >= 0;
        }
      };

  private static final Replication NOT_CUT_ON_DISK =
      new Replication() {
        @Override
        public boolean cutsOnDisk() {
          return false;
        }
      };

  private static final Replication OLD_ANSWERS_COUNT =
      new Replication() {
        @Override
        public boolean counts(long termOfAnswer, long term) {
          return termOfAnswer <= term;
        }
      };

  private static final Commit MEDIAN_NOT_SORTED =
      new Commit() {
        @Override
        public long byLeader(Replicas replicas, long commit, long term, LongUnaryOperator termAt) {
          List<Long> unsorted = new ArrayList<>(replicas.match().values());
          long held = unsorted.get(unsorted.size() / 2);
          return held > commit && termAt.applyAsLong(held) == term ? held : commit;
        }
      };

  static final List<Bug> ALL =
      List.of(
          new Bug(
              "B05",
              "old-terms-committed-by-counting",
              "Raft figure 8; logcabin#44",
              "an acknowledged write vanishes",
              rules -> rules.with(OLD_TERMS_BY_COUNTING)),
          new Bug(
              "B14",
              "acknowledged-after-own-append",
              "MongoDB 3.4.0-rc3 report; classic asynchronous replication",
              "lost update",
              rules -> rules.with(OWN_APPEND_IS_ENOUGH).with(new SilentGuard())),
          new Bug(
              "B16",
              "commit-up-to-own-last-entry",
              "atomix#1036; scylladb#10578",
              "divergence, dirty read at a former leader",
              rules ->
                  rules.with(UP_TO_OWN_LAST).with(new NoCheckQuorum()).with(new SilentGuard())),
          new Bug(
              "B17",
              "log-cut-without-conflict",
              "the students' guide to MIT 6.824",
              "an acknowledged write is lost",
              rules -> rules.with(CUT_ALWAYS).with(new SilentGuard())),
          new Bug(
              "B18",
              "previous-term-not-compared",
              "Raft 5.3; the students' guide to MIT 6.824",
              "replicas that answer differently",
              rules -> rules.with(PREVIOUS_TERM_IGNORED).with(new SilentGuard())),
          new Bug(
              "B19",
              "conflicting-suffix-left-on-disk",
              "cockroach#63302, #61990; qdrant PR#1329; sofa-jraft#1188",
              "a server that cannot start again",
              rules -> rules.with(NOT_CUT_ON_DISK)),
          new Bug(
              "B20",
              "answers-of-old-terms-counted",
              "openraft cecb5de8; async_storage_writes_append_aba_race.txt of etcd-io/raft",
              "commit without a majority, lost update",
              rules -> rules.with(OLD_ANSWERS_COUNT).with(new SilentGuard())),
          new Bug(
              "B21",
              "median-of-unsorted-progress",
              "openraft#1802; CCF#5674",
              "lost update",
              rules -> rules.with(MEDIAN_NOT_SORTED).with(new SilentGuard())));

  private LogBugs() {}
}
