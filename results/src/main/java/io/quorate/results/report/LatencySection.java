package io.quorate.results.report;

import io.quorate.results.judgement.Judgement;
import io.quorate.results.measures.Latency;
import io.quorate.results.measures.LatencyRow;
import java.util.List;
import java.util.Locale;

/** Latency percentiles by function, ending and part of the run. */
final class LatencySection {
  private LatencySection() {}

  static void write(Html html, Judgement judgement) {
    List<LatencyRow> rows = judgement.measures().latencies();
    if (rows.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Latency");
    html.element(
        "p",
        "From the intended start, so that a system that stands still cannot hide the operations it"
            + " kept from being sent; the last two columns count from the send.",
        "class",
        "small");
    if (!judgement.measures().stalls().isEmpty()) {
      html.element(
          "p",
          "The toolkit itself stood still in this run: the longest latencies may be its own.",
          "class",
          "problem");
    }
    Table table =
        Table.open(
            html,
            List.of(
                "Operation",
                "Run",
                "#count",
                "#p50",
                "#p90",
                "#p99",
                "#p99.9",
                "#max",
                "#sent p50",
                "#sent p99"));
    rows.forEach(row -> row(table, row));
    table.close();
    html.close().line();
  }

  private static void row(Table table, LatencyRow row) {
    Latency due = row.fromDue();
    boolean whole = row.scope() == LatencyRow.Scope.ALL;
    String name = row.function() + " " + row.ending().name().toLowerCase(Locale.ROOT);
    table
        .row(whole ? "first" : "sub")
        .text(whole ? name : "")
        .text(
            switch (row.scope()) {
              case ALL -> "all of it";
              case CALM -> "in calm";
              case FAULTY -> "under a fault";
            })
        .number(Format.number(due.count()))
        .number(Format.duration(due.p50()))
        .number(Format.duration(due.p90()))
        .number(Format.duration(due.p99()))
        .number(Format.duration(due.p999()))
        .number(Format.duration(due.max()))
        .number(Format.duration(row.fromSend().p50()))
        .number(Format.duration(row.fromSend().p99()))
        .endRow();
  }
}
