package io.quorate.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutShape;

/** Which cuts in two a run had, for machines. */
final class CoverageJson {
  private CoverageJson() {}

  static ObjectNode of(CutCoverage coverage) {
    ObjectNode json = Json.object();
    json.put("shapes", CutShape.all(coverage.nodes()));
    json.put("shapesLanded", coverage.shapesLanded());
    json.put("pairs", coverage.allPairs());
    json.put("pairsLanded", coverage.pairs());
    json.put("others", coverage.others());
    json.put("leaderUnknown", coverage.leaderUnknown());
    ArrayNode cells = json.putArray("cells");
    coverage
        .counts()
        .forEach((shape, count) -> {
          ObjectNode cell = cells.addObject();
          cell.put("kind", Json.word(shape.kind()));
          cell.put("leaderSide", shape.leaderSide());
          cell.put("taken", count.taken());
          cell.put("landed", count.landed());
        });
    return json;
  }
}
