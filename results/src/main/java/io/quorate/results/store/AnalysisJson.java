package io.quorate.results.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.checker.Analysis;
import io.quorate.checker.Verdict;
import io.quorate.results.insight.Checked;
import java.util.Map;

/** What the checker says of histories that belong to no run, for machines. */
public final class AnalysisJson {
  private AnalysisJson() {}

  /**
   * Returns one JSON object with an entry for each history, in the map's order; its parts have the
   * form they have in {@code verdict.json}.
   *
   * @param histories what was found, by the name of the history
   */
  public static String of(Map<String, Checked> histories) {
    ObjectNode json = Json.object();
    json.put("version", VerdictFile.VERSION);
    ArrayNode array = json.putArray("histories");
    histories.forEach((name, checked) -> array.add(history(name, checked)));
    try {
      return Json.MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own cannot be written", e);
    }
  }

  private static ObjectNode history(String name, Checked checked) {
    Analysis analysis = checked.analysis();
    ObjectNode json = Json.object();
    json.put("history", name);
    json.put("result", word(analysis.overall()));
    json.set("check", CheckJson.summary(analysis));
    json.set("violations", CheckJson.violations(analysis));
    json.set("undecided", CheckJson.undecided(analysis));
    ArrayNode orders = CheckJson.orders(analysis);
    if (!orders.isEmpty()) {
      json.set("orders", orders);
    }
    InsightsJson.put(json, checked.insights(), checked.analysis());
    return json;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Linearizable l -> "linearizable";
      case Verdict.NotLinearizable n -> "not-linearizable";
      case Verdict.Undecided u -> "undecided";
    };
  }
}
