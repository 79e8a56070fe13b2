package io.quorate.results.report;

import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.results.insight.PowerWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a green run would have seen: damages tried on copies of its history. */
final class PowerSection {
  private PowerSection() {}

  static void write(Html html, @Nullable Power power) {
    if (power == null) {
      return;
    }
    html.open("section").element("h2", "What would have been seen");
    html.element(
        "p",
        "Copies of this very history were damaged in places drawn by lot, as a faulty system would"
            + " have answered, and judged again. A damage that stays legal could not have been told"
            + " from the truth by any client.",
        "class",
        "small");
    Table table =
        Table.open(
            html,
            List.of("Damage", "#places", "#tried", "#caught", "#legal", "#undecided", "#share"));
    power.shares().forEach(share -> row(table, share));
    table.close();
    PowerWords.advice(power).ifPresent(advice -> html.element("p", advice, "class", "lead"));
    html.close().line();
  }

  private static void row(Table table, Share share) {
    table
        .row("")
        .text(PowerWords.name(share.damage()))
        .number(Format.number(share.places()))
        .number(Format.number(share.tried()))
        .number(Format.number(share.caught()))
        .number(Format.number(share.legal()))
        .number(Format.number(share.undecided()))
        .number(share.places() == 0 ? "not possible here" : PowerWords.range(share))
        .endRow();
  }
}
