package io.quorate.results.report;

import io.quorate.history.Disturbance;
import io.quorate.history.Evidence;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.SideMeasure;
import io.quorate.results.measures.Tallies;
import io.quorate.results.measures.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was broken, how that is known, and what clients asked meanwhile. */
final class EvidenceSection {
  private final Html html;
  private final Judgement judgement;
  private final List<FaultMeasure> faults;
  private final List<String> functions;

  private EvidenceSection(Html html, Judgement judgement) {
    this.html = html;
    this.judgement = judgement;
    this.faults = judgement.measures().faults();
    this.functions = List.copyOf(judgement.measures().tallies().byFunction().keySet());
  }

  static void write(Html html, Judgement judgement) {
    html.open("section").element("h2", "What was broken, and how that is known");
    EvidenceSection section = new EvidenceSection(html, judgement);
    if (section.faults.isEmpty()) {
      html.element("p", "No fault was injected.");
    } else {
      section.proof();
      section.exercise();
    }
    section.notTaken();
    html.close().line();
  }

  private void proof() {
    html.element(
        "p",
        "Every look asks the receivers which nonces arrived, or the hosts which processes live,"
            + " over a path that is never cut. Arrived of sent, at each look.",
        "class",
        "small");
    Table table =
        Table.open(
            html,
            List.of(
                "Fault",
                "",
                "#planned",
                "#commanded",
                "#confirmed",
                "#lifted",
                "#seen gone",
                "Looks"));
    for (FaultMeasure measure : faults) {
      Disturbance fault = measure.fault();
      boolean landed = judgement.landed(fault.id());
      table
          .row(landed ? "" : "weak")
          .text(fault.id() + " " + fault.fault())
          .badge(landed ? "good" : "doubt", landed ? "proven" : "not proven")
          .number(Format.moment(fault.plannedNanos()))
          .number(Format.moment(fault.commandedNanos()))
          .number(Format.moment(fault.confirmedNanos()))
          .number(Format.moment(fault.liftedNanos()))
          .number(Format.moment(fault.confirmedLiftedNanos()));
      looks(fault);
      table.endRow();
    }
    table.close();
  }

  private void looks(Disturbance fault) {
    html.open("td", "class", "t looks");
    for (Evidence evidence : fault.evidence()) {
      html.element(
          "span",
          evidence
              .leader()
              .map(leader -> "leader " + leader)
              .orElseGet(() -> when(evidence) + " " + seen(evidence)),
          "class",
          "look " + (evidence.proven() ? "good" : "doubt"),
          "title",
          evidence.note());
    }
    html.close();
  }

  private static String when(Evidence evidence) {
    return evidence.moment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String seen(Evidence evidence) {
    String sign = evidence.proven() ? "✓" : "✗";
    if (evidence.probes().isEmpty()) {
      return sign;
    }
    long arrived = evidence.probes().stream().filter(Evidence.Probe::arrived).count();
    return arrived + "/" + evidence.probes().size() + " " + sign;
  }

  private void exercise() {
    html.element("h3", "What clients asked while it was in force");
    List<String> heads = new ArrayList<>(List.of("Fault", "Side", ""));
    functions.forEach(f -> heads.add("#" + f + " ok / asked"));
    heads.addAll(List.of("#fail", "#info", "#ended later"));
    Table table = Table.open(html, heads);
    for (FaultMeasure fault : faults) {
      for (SideMeasure side : fault.sides()) {
        boolean suspicious = !side.okWithoutMajority().isEmpty();
        table.row(suspicious ? "stuck" : "").text(fault.fault().id()).text(side.side().name());
        boolean majority = side.side().majority();
        table.badge(majority ? "good" : "plain", majority ? "majority" : "no majority");
        tallies(table, side.tallies());
        table.endRow();
      }
    }
    table.close();
  }

  private void tallies(Table table, Tallies tallies) {
    for (String function : functions) {
      Tally tally = tallies.of(function);
      table.number(Format.number(tally.ok()) + " / " + Format.number(tally.attempts()));
    }
    Tally all = tallies.all();
    table
        .number(Format.number(all.fail()))
        .number(Format.number(all.info()))
        .number(Format.number(all.later()));
  }

  private void notTaken() {
    List<Disturbance> steps = judgement.measures().notTaken();
    if (!steps.isEmpty()) {
      html.element("h3", "Planned and not taken").open("ul");
      steps.forEach(step -> html.element("li", step.id() + " " + step.fault()));
      html.close();
    }
  }
}
