package io.quorate.checker.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Observation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each law kept, and each law broken by one line. */
final class TraceLawsTest {
  private static final List<String> THREE = List.of("n1", "n2", "n3");

  /** n1 is elected in term 1 and commits its first entry, which n2 holds. */
  private static final String ELECTED =
      """
      n1 boot t0 i0
      n2 boot t0 i0
      n3 boot t0 i0
      n1 vote t1 i0 for=n1
      n1 role t1 i0 role=candidate leader=
      n1 sync t1 i0 sequence=1
      n2 term t1 i0
      n2 vote t1 i0 for=n1
      n2 sync t1 i0 sequence=2
      n1 role t1 i0 role=leader leader=n1
      n1 append t1 i1 entryTerm=1 command=noop
      n2 role t1 i0 role=follower leader=n1
      n2 append t1 i1 entryTerm=1 command=noop
      n2 sync t1 i1 sequence=3
      n1 sync t1 i1 sequence=2
      n1 commit t1 i1 entryTerm=1 quorum=n1,n2
      n1 apply t1 i1 entryTerm=1
      n2 commit t1 i1 entryTerm=1 leader=n1
      n2 apply t1 i1 entryTerm=1
      """;

  private static void kept(String... more) {
    TraceReview review = review(more);
    assertThat(review.broken()).isEmpty();
    assertThat(review.all()).isZero();
    assertThat(review.kept()).isTrue();
  }

  private static void broken(Law law, String sentence, String... more) {
    assertThat(review(more).broken())
        .anySatisfy(seen -> {
          assertThat(seen.law()).isEqualTo(law);
          assertThat(seen.sentence()).isEqualTo(sentence);
        });
  }

  private static TraceReview review(String... more) {
    return Tale.review(THREE, ELECTED, String.join("\n", more));
  }

  @Test
  void aQuietClusterKeepsEveryLaw() {
    TraceReview review = review();
    assertThat(review.broken()).isEmpty();
    assertThat(review.gaps()).isEmpty();
    assertThat(review.lines()).containsEntry("n1", 9L).containsEntry("n2", 9L);
    assertThat(review.allLines()).isEqualTo(19);
  }

  @Test
  void twoLeadersInOneTermBreakElectionSafety() {
    broken(
        Law.ELECTION_SAFETY,
        "n3: it led term 1, and so did n1",
        "n3 vote t1 i0 for=n3",
        "n3 role t1 i0 role=leader leader=n3");
    kept("n3 vote t2 i0 for=n3", "n3 role t2 i0 role=candidate leader=");
  }

  @Test
  void twoVotesInOneBootBreakOneVote() {
    broken(Law.ONE_VOTE, "n2: it voted for n1 in term 1, and for n3 later", "n2 vote t1 i1 for=n3");
  }

  @Test
  void aDurableVoteBindsAfterARestart() {
    broken(
        Law.ONE_VOTE,
        "n2: it voted for n1 in term 1, and for n3 after a restart",
        "n2 boot t1 i1",
        "n2 vote t1 i1 for=n3");
  }

  @Test
  void aVoteThatNeverReachedTheDiskBindsNobodyAfterARestart() {
    kept("n3 term t1 i0", "n3 vote t1 i0 for=n1", "n3 boot t1 i0", "n3 vote t1 i0 for=n2");
  }

  @Test
  void aCandidacyThatSomebodyVotedForBindsEvenIfItNeverReachedTheDisk() {
    broken(
        Law.ONE_VOTE,
        "n3: it voted for n3 in term 2, and for n2 after a restart",
        "n3 vote t2 i0 for=n3",
        "n1 vote t2 i1 for=n3",
        "n3 boot t1 i0",
        "n3 vote t2 i0 for=n2");
  }

  @Test
  void aLeaderThatCutsItsLogIsSeen() {
    broken(
        Law.LEADER_APPEND_ONLY,
        "n1: it cut its log from 2 on while it led term 1",
        "n1 append t1 i2 entryTerm=1 command=noop",
        "n1 truncate t1 i2");
  }

  @Test
  void equalPlacesHoldEqualEntries() {
    broken(
        Law.LOG_MATCHING,
        "n3: its entry 1 of term 1 and that of n1 differ",
        "n3 append t1 i1 entryTerm=1 command=write key=k value=1");
    broken(
        Law.LOG_MATCHING,
        "n2: its entry 2 of term 2 and that of n1 stand behind different ones",
        "n1 append t2 i2 entryTerm=2 command=noop",
        "n2 truncate t2 i1",
        "n2 append t2 i1 entryTerm=2 command=noop",
        "n2 append t2 i2 entryTerm=2 command=noop");
  }

  @Test
  void aLeaderWithoutACommittedEntryIsIncomplete() {
    broken(
        Law.LEADER_COMPLETENESS,
        "n3: it leads term 2 without entry 1 of term 1, which was committed in term 1 at n1",
        "n3 vote t2 i0 for=n3",
        "n3 role t2 i0 role=leader leader=n3");
  }

  @Test
  void twoNodesThatCommitDifferentEntriesBreakStateMachineSafety() {
    broken(
        Law.STATE_MACHINE_SAFETY,
        "n3: it committed the entry of term 2 at 1, and n1 that of term 1",
        "n3 append t2 i1 entryTerm=2 command=noop",
        "n3 commit t2 i1 entryTerm=2 leader=n2");
    broken(
        Law.STATE_MACHINE_SAFETY,
        "n2: it cut its log from 1 on, and had committed up to 1",
        "n2 truncate t2 i1");
  }

  @Test
  void aMinorityIsNoQuorum() {
    broken(
        Law.QUORUM,
        "n1: it committed 2 held by n1, which is no majority of n1 n2 n3",
        "n1 append t1 i2 entryTerm=1 command=noop",
        "n1 sync t1 i2 sequence=3",
        "n1 commit t1 i2 entryTerm=1 quorum=n1");
    broken(
        Law.QUORUM,
        "n1: it led term 1 and committed 2 without having counted who holds it",
        "n1 append t1 i2 entryTerm=1 command=noop",
        "n1 commit t1 i2 entryTerm=1 reads=n1");
  }

  @Test
  void aJointConfigurationNeedsBothMajorities() {
    String joint =
        """
        n1 append t1 i2 entryTerm=1 command=configure value=x
        n1 configuration t1 i2 voters=n1,n2,n4 outgoing=n1,n2,n3 learners=
        n1 sync t1 i2 sequence=3
        n2 append t1 i2 entryTerm=1 command=configure value=x
        n2 sync t1 i2 sequence=4
        """;
    kept(joint, "n1 commit t1 i2 entryTerm=1 quorum=n1,n2");
    broken(
        Law.QUORUM,
        "n1: it committed 2 held by n1 n4, which is no majority of n1 n2 n4 and of n1 n2 n3",
        joint,
        "n1 commit t1 i2 entryTerm=1 quorum=n1,n4");
  }

  @Test
  void whoCountsHasItOnTheDisk() {
    String counted =
        """
        n1 append t1 i2 entryTerm=1 command=noop
        n1 sync t1 i2 sequence=3
        n2 append t1 i2 entryTerm=1 command=noop
        n1 commit t1 i2 entryTerm=1 quorum=n1,n2
        """;
    kept(counted); // the trace of n2 may have been fetched before its sync
    kept(counted, "n2 sync t1 i2 sequence=4", "n2 commit t1 i2 entryTerm=1 leader=n1");
    String sentence =
        "n2: the leader of term 1 counted it for entry 2, and its disk has its log up to 1";
    broken(Law.DURABLE_BEFORE_COUNTED, sentence, counted, "n2 commit t1 i2 entryTerm=1 leader=n1");
    broken(Law.DURABLE_BEFORE_COUNTED, sentence, counted, "n2 term t2 i2");
  }

  @Test
  void aLeaderCountsItselfOnlyOnceItHasSynced() {
    broken(
        Law.DURABLE_BEFORE_COUNTED,
        "n1: the leader of term 1 counted it for entry 2, and its disk has its log up to 1",
        "n1 append t1 i2 entryTerm=1 command=noop",
        "n1 commit t1 i2 entryTerm=1 quorum=n1,n2");
  }

  @Test
  void whatWasDurableOutlivesARestart() {
    kept("n2 append t1 i2 entryTerm=1 command=noop", "n2 boot t1 i1");
    broken(
        Law.MEMORY,
        "n2: its log ends at 0 after the restart, and had been on the disk up to 1",
        "n2 boot t1 i0");
    broken(Law.MEMORY, "n2: it starts in term 0, and its disk had known term 1", "n2 boot t0 i1");
  }

  @Test
  void nothingFalls() {
    broken(Law.ORDER, "n2: its term fell from 1 to 0", "n2 role t0 i1 role=follower leader=");
    broken(
        Law.ORDER,
        "n2: its commit index went from 1 to 1",
        "n2 commit t1 i1 entryTerm=1 leader=n1");
    broken(Law.ORDER, "n2: its applied index went from 1 to 1", "n2 apply t1 i1 entryTerm=1");
    broken(
        Law.ORDER,
        "n2: it committed 3, and its log ends at 1",
        "n2 commit t1 i3 entryTerm=1 leader=n1");
    broken(
        Law.ORDER,
        "n3: it applied up to 1, and had committed up to 0",
        "n3 append t1 i1 entryTerm=1 command=noop",
        "n3 apply t1 i1 entryTerm=1");
  }

  @Test
  void aNewLeaderConfirmsNoReadBeforeItsOwnCommit() {
    String elected =
        """
        n2 vote t2 i1 for=n2
        n2 role t2 i1 role=leader leader=n2
        """;
    broken(
        Law.READ_AFTER_OWN_COMMIT,
        "n2: it confirmed reads as the leader of term 2, and had committed no entry of it",
        elected,
        "n2 read t2 i1 round=1");
    kept("n1 read t1 i1 round=1");
  }

  @Test
  void aSnapshotStandsForWhatNobodySawAppended() {
    kept(
        "n3 install t1 i1 entryTerm=1 bytes=9",
        "n3 vote t2 i1 for=n3",
        "n3 role t2 i1 role=leader leader=n3",
        "n3 append t2 i2 entryTerm=2 command=noop");
  }

  @Test
  void aWipedNodeOwesNothing() {
    List<NodeTrace> traces =
        Tale.of(ELECTED, "n2 boot t0 i0", "n2 term t1 i0", "n2 vote t1 i0 for=n3");
    NodeTrace wiped = withBoot(traces.get(1), 0);
    TraceReview review = TraceLaws.review(THREE, List.of(traces.get(0), wiped, traces.get(2)));
    assertThat(review.broken()).isEmpty();
  }

  /** The same trace, of which every line tells this boot. */
  private static NodeTrace withBoot(NodeTrace trace, long boot) {
    return new NodeTrace() {
      @Override
      public String node() {
        return trace.node();
      }

      @Override
      public void read(Consumer<Observation> reader) {
        trace.read(line ->
            reader.accept(
                new Observation(
                    line.node(),
                    boot,
                    line.sequence(),
                    line.timeNanos(),
                    line.term(),
                    line.index(),
                    line.kind(),
                    line.detail())));
      }
    };
  }

  @Test
  void aTraceThatIsMissingOrHasHolesAccusesNobody() {
    List<NodeTrace> traces = Tale.of(ELECTED, "n3 role t1 i0 role=leader leader=n3");
    NodeTrace headless =
        new NodeTrace() {
          @Override
          public String node() {
            return "n3";
          }

          @Override
          public void read(Consumer<Observation> reader) {
            traces
                .get(2)
                .read(line -> {
                  if (line.sequence() > 0) {
                    reader.accept(line);
                  }
                });
          }
        };
    TraceReview review = TraceLaws.review(THREE, List.of(traces.get(0), headless));
    assertThat(review.broken()).isEmpty();
    assertThat(review.gaps())
        .containsExactlyInAnyOrder(
            "the trace of n3 does not begin with its first line, or has holes",
            "there is no trace of n2");
  }
}
