package io.quorate.raft.rules.bugs;

import io.quorate.raft.HardState;
import io.quorate.raft.rules.Boot;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogRecovery;
import java.util.List;

/** Bugs of what is remembered, and of how damage is taken (figure 2, persistent state). */
final class DiskBugs {
  private static final Durability BEFORE_SYNC =
      new Durability() {
        @Override
        public boolean waits(Promise promise) {
          return promise != Promise.APPEND_RESPONSE
              && promise != Promise.OWN_MATCH
              && Durability.super.waits(promise);
        }
      };

  private static final Boot VOTE_FORGOTTEN =
      new Boot() {
        @Override
        public HardState recall(HardState recovered) {
          return new HardState(recovered.term(), null);
        }
      };

  private static final Boot BEGUN_ANEW =
      new Boot() {
        @Override
        public boolean beginsAnew() {
          return true;
        }
      };

  private static final Durability CANDIDACY_BEFORE_SYNC =
      new Durability() {
        @Override
        public boolean waits(Promise promise) {
          return promise != Promise.VOTE_REQUEST
              && promise != Promise.OWN_VOTE
              && Durability.super.waits(promise);
        }
      };

  private static final Durability NAMES_NOT_SYNCED =
      new Durability() {
        @Override
        public boolean syncsNames() {
          return false;
        }
      };

  private static final LogRecovery DAMAGE_CUT =
      new LogRecovery() {
        @Override
        public Remedy onBadFrame(boolean goodFrameFollows) {
          return Remedy.CUT;
        }
      };

  private static final LogRecovery TORN_TAIL_REFUSED =
      new LogRecovery() {
        @Override
        public Remedy onBadFrame(boolean goodFrameFollows) {
          return Remedy.REFUSE;
        }
      };

  static final List<Bug> ALL =
      List.of(
          new Bug(
              "B02",
              "vote-forgotten-at-restart",
              "Raft figure 2; jgroups-raft 4c6961f; sofa-jraft#96",
              "two leaders in one term, lost update",
              rules -> rules.with(VOTE_FORGOTTEN).with(new SilentGuard())),
          new Bug(
              "B03",
              "candidacy-before-sync",
              "sofa-jraft#1245",
              "two leaders in one term, lost update",
              rules -> rules.with(CANDIDACY_BEFORE_SYNC).with(new SilentGuard())),
          new Bug(
              "B15",
              "acknowledged-before-sync",
              "NATS 2.12.1 Jepsen report; etcd#14370",
              "an acknowledged write is lost with the power",
              rules -> rules.with(BEFORE_SYNC).with(new SilentGuard())),
          new Bug(
              "B26",
              "damage-taken-for-a-torn-tail",
              "Protocol-Aware Recovery (FAST 2018); NATS 2.12.1 Jepsen report",
              "acknowledged writes are lost",
              rules -> rules.with(DAMAGE_CUT).with(new SilentGuard())),
          new Bug(
              "B27",
              "torn-tail-taken-for-damage",
              "etcd#6378, #6379, #14098",
              "a server that does not start after a power loss",
              rules -> rules.with(TORN_TAIL_REFUSED)),
          new Bug(
              "B28",
              "directory-not-synced",
              "etcd#6368; sofa-jraft#96",
              "a log that is gone, or a file of it, after a power loss",
              rules -> rules.with(NAMES_NOT_SYNCED).with(new SilentGuard())),
          new Bug(
              "B29",
              "wiped-voter-rejoins",
              "openraft PR#2002; nexus PR#3939; braft#292",
              "an acknowledged write is lost",
              rules -> rules.with(BEGUN_ANEW).with(new SilentGuard())));

  private DiskBugs() {}
}
