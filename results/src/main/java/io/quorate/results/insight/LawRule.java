package io.quorate.results.insight;

import io.quorate.checker.laws.TraceReview;
import io.quorate.results.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule {@code laws}: a run in which the servers' own traces break a law of Raft has no green,
 * though no client saw it.
 */
public final class LawRule {
  /** The name of the rule. */
  public static final String LAWS = "laws";

  private LawRule() {}

  /** Returns what the rule says; nothing where no server left a trace. */
  public static List<Finding> findings(@Nullable TraceReview review) {
    if (review == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    String sentence = LawWords.sentence(review);
    findings.add(
        review.lines().isEmpty()
            ? Finding.note(LAWS, null, "No trace could be read.")
            : Finding.of(review.kept(), LAWS, null, sentence));
    review.gaps().forEach(gap -> findings.add(Finding.note(LAWS, null, capital(gap) + ".")));
    return findings;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
