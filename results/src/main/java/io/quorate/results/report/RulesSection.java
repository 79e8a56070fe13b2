package io.quorate.results.report;

import io.quorate.results.Finding;
import io.quorate.results.RuleResult;
import io.quorate.results.judgement.Judgement;
import java.util.List;
import java.util.Locale;

/** What every rule of evidence, availability and performance says. */
final class RulesSection {
  private RulesSection() {}

  static void write(Html html, Judgement judgement) {
    html.open("section").element("h2", "Rules");
    Table table = Table.open(html, List.of("Rule", "", "What was found"));
    for (Finding finding : judgement.findings()) {
      table
          .row("")
          .text(finding.rule())
          .badge(Tone.of(finding.status()), finding.status().name().toLowerCase(Locale.ROOT))
          .text(finding.sentence())
          .endRow();
    }
    for (RuleResult rule : judgement.rules()) {
      table
          .row("")
          .text(rule.rule())
          .badge(Tone.of(rule.state()), rule.state().name().toLowerCase(Locale.ROOT))
          .text(rule.sentence())
          .endRow();
    }
    table.close();
    html.close().line();
  }
}
