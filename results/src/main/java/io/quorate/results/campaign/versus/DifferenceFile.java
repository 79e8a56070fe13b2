package io.quorate.results.campaign.versus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.results.stat.Share;
import java.util.List;

/** A difference of two campaigns for machines (docs/campaign-format.md). */
public final class DifferenceFile {
  /** The version this code writes. */
  public static final int CURRENT_VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DifferenceFile() {}

  /** Returns one JSON object. */
  public static String text(Difference difference) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", CURRENT_VERSION);
    root.put("trials", difference.trials());
    root.put("regression", difference.regression());
    strings(root.putArray("lost"), difference.lost());
    strings(root.putArray("gained"), difference.gained());
    ArrayNode changes = root.putArray("bugs");
    difference.changes().forEach(change -> change(changes.addObject(), change));
    ObjectNode time = root.putObject("time");
    time.put("chiSquared", difference.time().chiSquared());
    time.put("soonerBefore", difference.time().sooner());
    time.put("p", difference.time().p());
    ObjectNode correct = root.putObject("correct");
    correct.put("trials", difference.correct());
    correct.put("falseAlarmsBefore", difference.alarmsBefore());
    correct.put("falseAlarmsAfter", difference.alarmsAfter());
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own cannot be written", e);
    }
  }

  private static void change(ObjectNode node, BugChange change) {
    node.put("bug", change.bug());
    share(node.putObject("before"), change.before());
    share(node.putObject("after"), change.after());
    node.put("onlyBefore", change.lost());
    node.put("onlyAfter", change.gained());
    node.put("p", change.p());
  }

  private static void share(ObjectNode node, Share share) {
    node.put("hits", share.hits());
    node.put("trials", share.trials());
  }

  private static void strings(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
