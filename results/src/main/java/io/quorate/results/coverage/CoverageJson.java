package io.quorate.results.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which cuts there were, for machines (docs/verdict-format.md). */
public final class CoverageJson {
  private CoverageJson() {}

  /** Puts it into {@code json}. */
  public static void put(ObjectNode json, CutCoverage coverage) {
    json.put("nodes", coverage.nodes());
    json.put("shapes", CutShape.all(coverage.nodes()));
    json.put("shapesLanded", coverage.shapesLanded());
    json.put("pairs", coverage.allPairs());
    json.put("pairsLanded", coverage.pairs().size());
    json.put("others", coverage.others());
    json.put("leaderless", coverage.leaderless());
    ArrayNode cells = json.putArray("cells");
    coverage
        .counts()
        .forEach((shape, count) -> {
          ObjectNode cell = cells.addObject();
          cell.put("kind", shape.kind().word());
          cell.put("leaderSide", shape.leaderSide());
          cell.put("taken", count.taken());
          cell.put("landed", count.landed());
        });
  }
}
