package io.quorate.raft.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The decisions of the paper, one by one. */
class RulesTest {
  private static final Quorum THREE = new Quorum(List.of("n1", "n2", "n3"));
  private static final Quorum FOUR = new Quorum(List.of("n1", "n2", "n3", "n4"));
  private final Rules rules = Rules.correct();

  @Test
  void aVoteIsGivenOnceATerm() {
    LogPosition same = new LogPosition(1, 1);

    assertThat(rules.election().grants(new HardState(2, null), same, "n2", same)).isTrue();
    assertThat(rules.election().grants(new HardState(2, "n2"), same, "n2", same)).isTrue();
    assertThat(rules.election().grants(new HardState(2, "n3"), same, "n2", same)).isFalse();
  }

  @Test
  void theLaterLastTermIsMoreUpToDateThanTheLongerLog() {
    HardState free = new HardState(9, null);
    LogPosition mine = new LogPosition(3, 3);

    assertThat(rules.election().grants(free, mine, "c", new LogPosition(2, 9))).isFalse();
    assertThat(rules.election().grants(free, mine, "c", new LogPosition(3, 2))).isFalse();
    assertThat(rules.election().grants(free, mine, "c", new LogPosition(3, 3))).isTrue();
    assertThat(rules.election().grants(free, mine, "c", new LogPosition(4, 1))).isTrue();
  }

  @Test
  void whoWouldBeElectedIsOfThisTermOrALaterOneAndUpToDate() {
    HardState mine = new HardState(5, "n3");
    LogPosition last = new LogPosition(3, 3);

    assertThat(rules.election().wouldGrant(mine, last, 4, last)).isFalse();
    assertThat(rules.election().wouldGrant(mine, last, 5, last)).isTrue();
    assertThat(rules.election().wouldGrant(mine, last, 5, new LogPosition(3, 2))).isFalse();
  }

  @Test
  void whoHearsALeaderListensToNobodyElse() {
    assertThat(rules.election().listens(true, false)).isFalse();
    assertThat(rules.election().listens(false, false)).isTrue();
    assertThat(rules.election().listens(true, true)).isTrue();
  }

  @Test
  void halfIsNotAMajorityNorIsAnyTimeOut() {
    Ballots two = Ballots.none().and("n1", true).and("n2", true);

    assertThat(rules.election().wins(THREE, two)).isTrue();
    assertThat(rules.election().wins(FOUR, two)).isFalse();
    assertThat(rules.election().wins(FOUR, two.atTimeout())).isFalse();
    assertThat(rules.election().remains(FOUR, Set.of("n1", "n2"))).isFalse();
  }

  @Test
  void aVoterIsCountedOnceWhateverItSaysLater() {
    Ballots ballots = Ballots.none().and("n2", false).and("n2", true).and("n3", true);

    assertThat(ballots.granted()).containsExactly("n3");
    assertThat(ballots.refused()).containsExactly("n2");
  }

  @Test
  void anEntryOfAnOlderTermIsNotCommittedByCounting() {
    Replicas replicas = replicas(THREE, 5, 5, 5);

    assertThat(rules.commit().byLeader(replicas, 1, 4, index -> index == 5 ? 4 : 2)).isEqualTo(5);
    assertThat(rules.commit().byLeader(replicas, 1, 4, index -> 2)).isEqualTo(1);
  }

  @Test
  void whatAMajorityHoldsIsWhatCountingOneByOneFinds() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 1000; round++) {
      int size = 1 + random.nextInt(7);
      List<String> voters = new ArrayList<>();
      long[] match = new long[size];
      for (int voter = 0; voter < size; voter++) {
        voters.add("n" + voter);
        match[voter] = random.nextInt(6);
      }
      long expected =
          LongStream.rangeClosed(0, 6)
              .filter(i -> LongStream.of(match).filter(m -> m >= i).count() > size / 2)
              .max()
              .orElseThrow();

      assertThat(replicas(new Quorum(voters), match).onMajority())
          .as("seed 7, round %d", round)
          .isEqualTo(expected);
    }
  }

  @Test
  void aFollowerCommitsOnlyWhatThisRequestShowedToAgree() {
    assertThat(rules.commit().byFollower(2, 9, 5, 8)).isEqualTo(5);
    assertThat(rules.commit().byFollower(2, 4, 5, 8)).isEqualTo(4);
    assertThat(rules.commit().byFollower(6, 4, 5, 8)).isEqualTo(6);
  }

  @Test
  void onlyTheLeaderServesReadsAndOnlyConfirmed() {
    assertThat(rules.read().route(Role.LEADER)).isEqualTo(Read.Route.CONFIRM);
    assertThat(rules.read().route(Role.CANDIDATE)).isEqualTo(Read.Route.REDIRECT);
    assertThat(rules.read().route(Role.FOLLOWER)).isEqualTo(Read.Route.REDIRECT);
    assertThat(rules.read().knowsCommit(4, 5)).isFalse();
    assertThat(rules.read().counts(3, 4)).isFalse();
    assertThat(rules.read().confirms(FOUR, Set.of("n1", "n2"), Set.of("n1", "n2"))).isFalse();
    assertThat(rules.read().ready(4, 5)).isFalse();
  }

  @Test
  void aBrokenLawStopsTheProgram() {
    assertThatThrownBy(() -> rules.guard().require(false, "a law")).isInstanceOf(BrokenLaw.class);
  }

  private static Replicas replicas(Quorum quorum, long... match) {
    TreeMap<String, Long> known = new TreeMap<>();
    for (int i = 0; i < match.length; i++) {
      known.put(quorum.voters().get(i), match[i]);
    }
    return new Replicas(quorum.voters().get(0), quorum, known, Set.copyOf(quorum.voters()));
  }

  @Test
  void readsCommitNothing() {
    assertThat(rules.commit().byReads(4, 9)).isEqualTo(4);
  }

  @Test
  void anAnswerCountsInItsTermAlone() {
    assertThat(rules.replication().counts(3, 3)).isTrue();
    assertThat(rules.replication().counts(2, 3)).isFalse();
    assertThat(rules.replication().counts(4, 3)).isFalse();
  }
}
