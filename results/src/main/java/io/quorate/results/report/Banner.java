package io.quorate.results.report;

import io.quorate.checker.Analysis;
import io.quorate.results.Outcome;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Tally;
import java.util.List;

/** The head of the report: the verdict, why, and the run in six numbers. */
final class Banner {
  private static final int MAX_DETAILS = 12;

  private final Html html;
  private final Judgement judgement;

  private Banner(Html html, Judgement judgement) {
    this.html = html;
    this.judgement = judgement;
  }

  static void write(Html html, Judgement judgement, List<String> problems) {
    Banner banner = new Banner(html, judgement);
    banner.verdict();
    banner.numbers();
    for (String problem : problems) {
      html.element("p", problem, "class", "problem");
    }
  }

  private void verdict() {
    Outcome outcome = judgement.outcome();
    html.open("header", "class", "banner " + Tone.of(outcome.grade()));
    html.element(
        "p",
        "Quorate · plan "
            + judgement.settings().plan()
            + " · seed "
            + judgement.history().header().seed(),
        "class",
        "over");
    html.open("h1")
        .element("span", Tone.sign(outcome.grade()), "class", "sign")
        .text(Tone.title(outcome.grade()))
        .close();
    html.element("p", outcome.reason(), "class", "reason");
    details(outcome.details());
    html.close().line();
  }

  private void details(List<String> details) {
    if (details.isEmpty()) {
      return;
    }
    html.element("p", "Also held against this run:", "class", "also").open("ul");
    details.stream().limit(MAX_DETAILS).forEach(detail -> html.element("li", detail));
    if (details.size() > MAX_DETAILS) {
      html.element("li", "and " + (details.size() - MAX_DETAILS) + " more, in verdict.json");
    }
    html.close();
  }

  private void numbers() {
    Measures measures = judgement.measures();
    Analysis analysis = judgement.analysis();
    Tally all = measures.tallies().all();
    html.open("dl", "class", "numbers");
    number("operations", Format.number(all.attempts()));
    String share = all.attempts() == 0 ? "–" : Math.round(100.0 * all.ok() / all.attempts()) + " %";
    number("ended ok", share);
    number("duration", Format.duration(measures.endNanos()));
    number("keys checked", Format.number(analysis.keys().size()));
    long landed = measures.faults().stream().filter(f -> judgement.landed(f.fault().id())).count();
    number("faults proven", landed + " of " + measures.faults().size());
    number("check took", Format.duration(analysis.nanos()));
    html.close().line();
  }

  private void number(String name, String number) {
    html.open("div").element("dt", name).element("dd", number).close();
  }
}
