package io.quorate.results.campaign.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code gate.json}: a verdict of the gate for machines (docs/campaign-format.md). */
public final class GateFile {
  /** The version this code writes. */
  public static final int CURRENT_VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private GateFile() {}

  /** Returns one JSON object. */
  public static String text(GateVerdict verdict) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", CURRENT_VERSION);
    root.put("exitCode", verdict.grade().exitCode());
    root.put("outcome", verdict.grade().words());
    root.put("sentence", verdict.sentence());
    ArrayNode rules = root.putArray("rules");
    for (GateRule rule : verdict.rules()) {
      ObjectNode one = rules.addObject();
      one.put("need", rule.need());
      one.put("outcome", rule.grade().words());
      one.put("sentence", rule.sentence());
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own cannot be written", e);
    }
  }
}
