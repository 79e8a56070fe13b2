package io.quorate.raft.rules.bugs;

import io.quorate.raft.Configuration;
import io.quorate.raft.Quorum;
import io.quorate.raft.rules.Membership;
import java.util.List;

/** Bugs of membership changes (thesis 4). */
final class MembershipBugs {
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

  private static final Membership OLD_CONFIGURATION_KEPT =
      new Membership() {
        @Override
        public Configuration installed(Configuration known, Configuration inSnapshot) {
          return known;
        }
      };

  static final List<Bug> ALL =
      List.of(
          new Bug(
              "B25",
              "configuration-not-taken-from-snapshot",
              "scylladb#9551; openraft 01e813a5, ac3e5a89; Redis-Raft 1b3fbf6",
              "split brain after a membership change",
              rules -> rules.with(OLD_CONFIGURATION_KEPT).with(new SilentGuard())),
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
              rules -> rules.with(JOINT_LEFT_TOO_EARLY).with(new SilentGuard())));

  private MembershipBugs() {}

  private static long differences(List<String> one, List<String> other) {
    return one.stream().filter(name -> !other.contains(name)).count()
        + other.stream().filter(name -> !one.contains(name)).count();
  }
}
