package io.quorate.raft.laws;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Role;
import io.quorate.raft.protocol.PeerMessage.VoteResponse;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.server.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each law is seen when it is broken: a check that cannot fail checks nothing. */
class ClusterLawsTest {
  private static final LogEntry A = entry(1, 1, "a");
  private static final LogEntry B = entry(1, 2, "b");
  private static final LogEntry OTHER_B = entry(1, 2, "other");
  private static final LogEntry LATER_B = entry(2, 2, "later");

  private static final Configuration THREE = Configuration.of(List.of("n1", "n2", "n3"));

  private static final LogPosition NOTHING = new LogPosition(0, 0);

  private final ClusterLaws laws = new ClusterLaws(List.of("n1", "n2", "n3"));

  @Test
  void electionSafety() {
    laws.saw(leader("n1", 1));
    broken("election safety", leader("n2", 1));
  }

  @Test
  void oneVoteATermAcrossCrashes() {
    laws.sent("n1", "n2", new VoteResponse(3, true));
    assertThatThrownBy(() -> laws.sent("n1", "n3", new VoteResponse(3, true)))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageStartingWith("one vote a term");
  }

  @Test
  void leaderAppendOnly() {
    laws.saw(leader("n1", 1, A, B));
    broken("leader append-only", leader("n1", 1, A));
  }

  @Test
  void logMatching() {
    laws.saw(follower("n1", 1, 0, 2, A, B));
    broken("log matching at 2", follower("n2", 1, 0, 2, A, OTHER_B));
  }

  @Test
  void leaderCompleteness() {
    laws.saw(follower("n1", 1, 0, 1, A));
    laws.saw(follower("n2", 1, 1, 1, A));
    broken("leader completeness", leader("n3", 2));
  }

  @Test
  void aLeaderThatLateVotesMadeInAnOlderTermMayLackCommittedEntries() {
    laws.saw(follower("n1", 3, 0, 1, A));
    laws.saw(follower("n2", 3, 1, 1, A));
    assertThatCode(() -> laws.saw(leader("n3", 2))).doesNotThrowAnyException();
  }

  @Test
  void stateMachineSafety() {
    laws.saw(follower("n1", 2, 0, 2, A, B));
    laws.saw(follower("n2", 2, 2, 2, A, B));
    broken("state machine safety at 2", follower("n3", 2, 2, 2, A, LATER_B));
  }

  @Test
  void committedIsOnAQuorum() {
    broken("committed is on a quorum: 1 is only on [n1]", follower("n1", 1, 1, 1, A));
  }

  @Test
  void anEntryNotYetDurableIsNotOnAQuorum() {
    laws.saw(follower("n1", 1, 0, 0, A));
    broken("committed is on a quorum: 1 is only on [n2]", follower("n2", 1, 1, 1, A));
  }

  @Test
  void nothingFalls() {
    laws.saw(follower("n1", 5, 0, 0));
    broken("monotone term", follower("n1", 4, 0, 0));
  }

  @Test
  void durableEntriesSurviveARestart() {
    laws.saw(follower("n1", 1, 0, 1, A));
    broken("durable entries survive", sight("n1", 1, Role.FOLLOWER, 1, 0, 0));
  }

  @Test
  void aTermToldToOthersSurvivesARestart() {
    laws.saw(follower("n1", 3, 0, 0));
    laws.sent("n1", "n2", new VoteResponse(3, false));
    broken("a term told to others", sight("n1", 1, Role.FOLLOWER, 2, 0, 0));
  }

  @Test
  void onlyCommittedEntriesAreCompacted() {
    laws.saw(follower("n1", 1, 0, 1, A));
    laws.saw(follower("n2", 1, 1, 1, A));
    laws.saw(compacted("n1", new LogPosition(1, 1), B));
    broken("only committed entries are compacted", compacted("n3", new LogPosition(2, 1)));
    broken("only committed entries are compacted", compacted("n3", new LogPosition(1, 2)));
  }

  @Test
  void aSnapshotMayReplaceEntriesThatWereNeverCommitted() {
    laws.saw(follower("n1", 2, 0, 2, A, LATER_B));
    laws.saw(follower("n2", 2, 2, 2, A, LATER_B));
    laws.saw(follower("n3", 1, 0, 2, A, B));
    LogPosition later = new LogPosition(2, 2);
    laws.saw(new Sight("n3", 1, Role.FOLLOWER, 2, null, 2, 2, 2, THREE, later, List.of()));

    broken(
        "durable entries survive",
        new Sight(
            "n1", 1, Role.FOLLOWER, 2, null, 1, 1, 1, THREE, new LogPosition(1, 1), List.of()));
  }

  private static Sight compacted(String node, LogPosition before, LogEntry... log) {
    return new Sight(node, 0, Role.FOLLOWER, 1, null, 1, 1, 1, THREE, before, List.of(log));
  }

  private void broken(String law, Sight sight) {
    assertThatThrownBy(() -> laws.saw(sight))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageStartingWith(law);
  }

  private static Sight leader(String node, long term, LogEntry... log) {
    return sight(node, 0, Role.LEADER, term, 0, 0, log);
  }

  private static Sight follower(
      String node, long term, long commit, long durable, LogEntry... log) {
    return sight(node, 0, Role.FOLLOWER, term, commit, durable, log);
  }

  private static Sight sight(
      String node, long boot, Role role, long term, long commit, long durable, LogEntry... log) {
    return new Sight(
        node, boot, role, term, null, commit, commit, durable, THREE, NOTHING, List.of(log));
  }

  private static LogEntry entry(long term, long index, String value) {
    return new LogEntry(term, index, new Command.Write("x", value));
  }
}
