package io.quorate.results.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.Law;
import io.quorate.checker.laws.TraceReview;
import io.quorate.history.History;
import io.quorate.results.Finding;
import io.quorate.results.Outcome;
import io.quorate.results.RunSettings;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the traces caught and the history did not, and the reverse. */
class LawInsightTest {
  private static final SortedMap<String, Long> LINES =
      new TreeMap<>(Map.of("n1", 1_000L, "n2", 999L));
  private static final TraceReview KEPT = new TraceReview(LINES, List.of(), 0, List.of());
  private static final TraceReview BROKEN =
      new TraceReview(
          LINES,
          List.of(
              new BrokenLaw(Law.ELECTION_SAFETY, "n2: it led term 3, and so did n1", "n2", 0, 7),
              new BrokenLaw(Law.QUORUM, "n1: it committed 9 held by n1", "n1", 1, 12)),
          5,
          List.of("there is no trace of n3"));

  private final History history = SampleRun.of(1, 10, 60, List.of());

  @Test
  void eachOfTheFourCasesHasItsSentence() {
    Analysis green = Analyses.green(history);
    Analysis red = Analyses.red(history);

    assertThat(LawWords.comparison(KEPT, green)).startsWith("Neither the traces nor the history");
    assertThat(LawWords.comparison(KEPT, red)).startsWith("The history shows what no trace does");
    assertThat(LawWords.comparison(BROKEN, green))
        .startsWith("The traces show what the history does not");
    assertThat(LawWords.comparison(BROKEN, red)).startsWith("Both show it");
  }

  @Test
  void brokenLawsAreNamedAndCounted() {
    assertThat(LawWords.sentence(BROKEN))
        .isEqualTo(
            "The traces break election safety, quorum, seen 5 times; first, n2: it led term 3,"
                + " and so did n1.");
    assertThat(LawWords.sentence(KEPT))
        .isEqualTo(
            "The traces of 2 nodes (1,999 lines) keep every law of Raft that they can show.");
  }

  @Test
  void aBrokenLawTakesTheGreen() {
    Judgement judgement = judged(BROKEN);

    assertThat(judgement.findings())
        .filteredOn(finding -> finding.rule().equals(LawRule.LAWS))
        .extracting(Finding::status)
        .containsExactly(Finding.Status.MISSING, Finding.Status.NOTE);
    assertThat(judgement.outcome().grade()).isEqualTo(Outcome.Grade.INCONCLUSIVE);
    assertThat(judged(KEPT).outcome().grade()).isEqualTo(Outcome.Grade.PASS);
  }

  private Judgement judged(TraceReview review) {
    return Judgement.of(
        history,
        Analyses.green(history),
        Insights.NONE.with(review),
        RunSettings.of("sample", "plan: sample", "./quorate run", SampleRun.WORKERS, false),
        List.of());
  }
}
