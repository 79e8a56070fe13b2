package io.quorate.results.report;

import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutShape;
import java.util.ArrayList;
import java.util.List;

/** Which cuts in two the run had, by the leader's side. */
final class CoverageSection {
  private CoverageSection() {}

  static void write(Html html, CutCoverage coverage) {
    if (coverage.nodes() < 2 || !coverage.any()) {
      return;
    }
    html.open("section").element("h2", "Which cuts in two it had");
    html.element(
        "p",
        "Landed of taken, by how many nodes were on the leader's side: up to "
            + coverage.nodes() / 2
            + " it was cut off from a majority or from half of them.",
        "class",
        "small");
    matrix(html, coverage);
    html.element("p", sentence(coverage));
    html.close().line();
  }

  private static void matrix(Html html, CutCoverage coverage) {
    List<String> heads = new ArrayList<>(List.of("Nothing arrives"));
    for (int side = 1; side < coverage.nodes(); side++) {
      heads.add("#" + side + " of " + coverage.nodes());
    }
    Table table = Table.open(html, heads);
    for (CutShape.Kind kind : CutShape.Kind.values()) {
      table.row("").text(kind.words());
      for (int side = 1; side < coverage.nodes(); side++) {
        CutCoverage.Count count = coverage.count(new CutShape(kind, side));
        table.number(count.taken() == 0 ? "·" : count.landed() + " of " + count.taken());
      }
      table.endRow();
    }
    table.close();
  }

  private static String sentence(CutCoverage coverage) {
    String sentence =
        Format.number(coverage.shapesLanded())
            + " of "
            + Format.number(CutShape.all(coverage.nodes()))
            + " shapes landed, and "
            + Format.number(coverage.pairs().size())
            + " of "
            + Format.number(coverage.allPairs())
            + " ordered pairs right behind one another.";
    if (coverage.others() > 0) {
      sentence += " Cuts of another form: " + Format.number(coverage.others()) + ".";
    }
    if (coverage.leaderless() > 0) {
      sentence += " Cuts before which no leader was seen: " + coverage.leaderless() + ".";
    }
    return sentence;
  }
}
