package io.quorate.raft.rules.bugs;

import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import io.quorate.raft.rules.Election;
import io.quorate.raft.rules.LogPosition;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Bugs of who may lead (5.2, 5.4.1, thesis 6.2 and 9.6). */
final class ElectionBugs {
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

  private static final Election VOTE_GIVEN_TWICE =
      new Election() {
        @Override
        public boolean grants(
            HardState mine, LogPosition last, String candidate, LogPosition theirs) {
          return theirs.compareTo(last) >= 0;
        }
      };

  private static final Election CANDIDATES_ALWAYS_HEARD =
      new Election() {
        @Override
        public boolean asksFirst(boolean wanted) {
          return false;
        }

        @Override
        public boolean listens(boolean leaderHeard, boolean transfer) {
          return true;
        }
      };

  private static final Election NO_RANDOM_TIMEOUT =
      new Election() {
        @Override
        public long spread(long mostNanos, RandomGenerator random) {
          return 0;
        }

        @Override
        public boolean outranks(String self, LogPosition last, String rival, LogPosition theirs) {
          return false;
        }
      };

  private static final Election ANSWERS_NOT_FOLLOWED =
      new Election() {
        @Override
        public boolean followsAnswers() {
          return false;
        }

        @Override
        public boolean remains(Quorum quorum, Set<String> heard) {
          return true;
        }
      };

  static final List<Bug> ALL =
      List.of(
          new Bug(
              "B04",
              "vote-given-twice",
              "camunda#5356, #1068; akka-raft#47; canonical/raft#386",
              "two leaders in one term",
              rules -> rules.with(VOTE_GIVEN_TWICE).with(new SilentGuard())),
          new Bug(
              "B06",
              "log-not-compared-in-election",
              "Raft 5.4.1; jgroups-raft#251",
              "lost updates after a failover",
              rules -> rules.with(LOG_NOT_COMPARED).with(new SilentGuard())),
          new Bug(
              "B32",
              "no-pre-vote",
              "Cloudflare's outage of 2020-11-02; cockroach PR#104042",
              "leaders deposed again and again under a partial partition",
              rules -> rules.with(CANDIDATES_ALWAYS_HEARD)),
          new Bug(
              "B33",
              "election-timeouts-not-random",
              "thesis 9; the students' guide to MIT 6.824",
              "elections without end",
              rules -> rules.with(NO_RANDOM_TIMEOUT)),
          new Bug(
              "B34",
              "no-step-down-on-a-newer-term",
              "Raft figure 2, All Servers, 2",
              "two leaders for long, time-outs",
              rules -> rules.with(ANSWERS_NOT_FOLLOWED)));

  private ElectionBugs() {}
}
