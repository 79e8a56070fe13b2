package io.quorate.results.insight;

import io.quorate.checker.Analysis;
import io.quorate.checker.Verdict;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.TraceReview;
import java.util.Locale;
import java.util.stream.Collectors;

/** White box beside black box in words: what the traces caught, and what the history did. */
public final class LawWords {
  private LawWords() {}

  /** Returns for example {@code The traces break 2 laws: election safety, quorum.} */
  public static String sentence(TraceReview review) {
    if (review.kept()) {
      return String.format(
          Locale.ROOT,
          "The traces of %d nodes (%,d lines) keep every law of Raft that they can show.",
          review.lines().size(),
          review.allLines());
    }
    String laws =
        review.broken().stream()
            .map(broken -> broken.law().words())
            .distinct()
            .collect(Collectors.joining(", "));
    BrokenLaw first = review.broken().getFirst();
    return String.format(
        Locale.ROOT,
        "The traces break %s, seen %,d %s; first, %s.",
        laws,
        review.all(),
        review.all() == 1 ? "time" : "times",
        first.sentence());
  }

  /** Returns which of both saw what the other did not. */
  public static String comparison(TraceReview review, Analysis analysis) {
    boolean outside = analysis.overall() instanceof Verdict.NotLinearizable;
    if (review.kept()) {
      return outside
          ? "The history shows what no trace does: as far as they tell, what the servers agreed on"
              + " is right, and what they answered is not."
          : "Neither the traces nor the history show anything wrong.";
    }
    return outside
        ? "Both show it: the traces from inside, the history from outside."
        : "The traces show what the history does not: no client of this run saw it.";
  }
}
