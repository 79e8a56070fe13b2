package io.quorate.raft.rules.bugs;

import io.quorate.raft.rules.Apply;
import io.quorate.raft.rules.Session;
import java.util.List;

/** Bugs of sessions, of the state machine and of its snapshots (thesis 5 and 6.3). */
final class StateBugs {
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

  private static final Session DOUBT_DENIED =
      new Session() {
        @Override
        public boolean admitsDoubt() {
          return false;
        }
      };

  static final List<Bug> ALL =
      List.of(
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
              "B24",
              "definite-error-for-an-unknown-outcome",
              "redisraft#23",
              "a write that was told to have failed is read later",
              rules -> rules.with(DOUBT_DENIED)),
          new Bug(
              "B35",
              "applied-again-after-restart",
              "the class of openraft 681d04da",
              "replicas differ, duplicated append",
              rules -> rules.with(SNAPSHOT_NAMED_TOO_EARLY).with(new SilentGuard())));

  private StateBugs() {}
}
