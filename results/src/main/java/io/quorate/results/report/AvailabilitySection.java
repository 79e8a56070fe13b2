package io.quorate.results.report;

import io.quorate.results.judgement.Judgement;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Outage;
import io.quorate.results.measures.SideMeasure;
import java.util.List;

/** How long clients went without an ok because of each fault, and when they had one again. */
final class AvailabilitySection {
  private AvailabilitySection() {}

  static void write(Html html, Judgement judgement) {
    List<FaultMeasure> faults = judgement.measures().faults();
    if (faults.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Availability and recovery");
    html.element(
        "p",
        "From the command of a fault until the first ok operation invoked after its lift. Without"
            + " ok counts stretches longer than is usual for these clients in calm.",
        "class",
        "small");
    Table table =
        Table.open(
            html,
            List.of(
                "Fault",
                "Clients",
                "#longest without ok",
                "#total without ok",
                "#first ok in force",
                "#first ok after lift",
                ""));
    for (FaultMeasure fault : faults) {
      row(table, fault, "all", fault.outage());
      for (SideMeasure side : fault.sides()) {
        if (side.side().hasClients() && fault.sides().size() > 1) {
          row(table, fault, side.side().name(), side.outage());
        }
      }
    }
    table.close();
    html.close().line();
  }

  private static void row(Table table, FaultMeasure fault, String who, Outage outage) {
    table
        .row(who.equals("all") ? "first" : "")
        .text(who.equals("all") ? fault.fault().id() + " " + fault.fault().fault() : "")
        .text(who)
        .number(Format.duration(outage.longestNanos()))
        .number(Format.duration(outage.totalNanos()))
        .number(Format.duration(outage.firstOkInForceNanos()))
        .number(Format.duration(outage.firstOkAfterLiftNanos()));
    if (fault.stalled()) {
      table.badge("doubt", "stall " + String.join(" ", fault.stalls()));
    } else {
      table.text("");
    }
    table.endRow();
  }
}
