package io.quorate.results.report;

import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.TraceReview;
import io.quorate.results.Outcome;
import io.quorate.results.insight.LawWords;
import io.quorate.results.judgement.Judgement;
import java.util.List;

/** White box beside black box: what the servers' traces caught, and what the history did. */
final class LawSection {
  private LawSection() {}

  static void write(Html html, Judgement judgement) {
    TraceReview review = judgement.insights().traces();
    if (review == null || review.lines().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "From inside and from outside");
    html.element("p", LawWords.comparison(review, judgement.analysis()), "class", "lead");
    html.element("h3", "From inside: the servers' own traces");
    html.element("p", LawWords.sentence(review));
    if (!review.kept()) {
      broken(html, review.broken());
    }
    if (!review.gaps().isEmpty()) {
      html.open("ul");
      review.gaps().forEach(gap -> html.element("li", gap));
      html.close();
    }
    html.element("h3", "From outside: what clients saw");
    outside(html, judgement.analysis().keys(Verdict.NotLinearizable.class));
    html.close().line();
  }

  private static void broken(Html html, List<BrokenLaw> broken) {
    html.element(
        "p",
        "The first of each law and node; what follows from one breach is often another.",
        "class",
        "small");
    Table table =
        Table.open(html, List.of("Law", "What it promises", "What was seen", "#boot", "#seq"));
    for (BrokenLaw law : broken) {
      table
          .row("")
          .text(law.law().words())
          .text(law.law().promise())
          .text(law.sentence())
          .number(Long.toString(law.boot()))
          .number(Long.toString(law.sequence()))
          .endRow();
    }
    table.close();
  }

  private static void outside(Html html, List<KeyVerdict> keys) {
    if (keys.isEmpty()) {
      html.element("p", "The history shows no violation.");
      return;
    }
    html.open("ul");
    for (KeyVerdict key : keys) {
      if (key.verdict() instanceof Verdict.NotLinearizable violation) {
        Counterexample counterexample = violation.counterexample();
        html.element("li", Outcome.object(key.key()) + ": " + counterexample.sentence());
      }
    }
    html.close();
  }
}
