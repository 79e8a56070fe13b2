package io.quorate.results.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.results.coverage.CoverageJson;
import io.quorate.results.stat.KaplanMeier;
import io.quorate.results.stat.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code campaign.json}: what a campaign came to, for machines (docs/campaign-format.md). */
public final class CampaignFile {
  /** The version this code writes. */
  public static final int CURRENT_VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CampaignFile() {}

  /** Writes it; {@code set} as in {@link #text}. */
  public static void write(Path file, Campaign campaign, List<String> set) throws IOException {
    Files.writeString(file, text(campaign, set));
  }

  /**
   * Returns its text.
   *
   * @param set schedules of which it is told what one less or more is worth; empty for the smallest
   *     set that finds all
   */
  public static String text(Campaign campaign, List<String> set) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", CURRENT_VERSION);
    root.put("seed", campaign.head().seed());
    root.put("runs", campaign.head().runs());
    strings(root.putArray("schedules"), campaign.schedules());
    strings(root.putArray("bugs"), campaign.bugs());
    root.put("trials", campaign.trials().size());
    root.put("falseAlarms", campaign.falseAlarms().size());
    strings(root.putArray("foundInsideOnly"), campaign.foundInsideOnly());
    strings(root.putArray("missed"), campaign.missed());
    cells(root.putArray("cells"), campaign);
    ranking(root.putArray("ranking"), campaign);
    SmallestSet smallest = SmallestSet.of(campaign);
    ObjectNode fewest = root.putObject("smallestSet");
    strings(fewest.putArray("schedules"), smallest.schedules());
    fewest.put("exact", smallest.exact());
    marginal(root.putObject("marginal"), campaign, set.isEmpty() ? smallest.schedules() : set);
    comparisons(root.putArray("comparisons"), campaign);
    cuts(root.putArray("cuts"), campaign);
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void strings(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void cells(ArrayNode array, Campaign campaign) {
    for (String schedule : campaign.schedules()) {
      for (String bug : campaign.head().bugs()) {
        Cell cell = campaign.cell(schedule, bug);
        ObjectNode node = array.addObject();
        node.put("schedule", schedule);
        node.put("bug", bug);
        node.put("found", cell.found());
        node.put("clean", cell.clean());
        node.put("inconclusive", cell.inconclusive());
        node.put("insideOnly", cell.insideOnly());
        share(node.putObject("share"), cell.share());
        share(node.putObject("worst"), cell.worst());
        share(node.putObject("best"), cell.best());
        KaplanMeier curve = cell.curve();
        curve.median().ifPresent(median -> node.put("medianSeconds", median));
        ArrayNode steps = node.putArray("waiting");
        curve.steps().forEach(step -> steps.addArray().add(step.time()).add(step.waiting()));
        node.put("secondsSpent", cell.secondsSpent());
      }
    }
  }

  private static void share(ObjectNode node, Share share) {
    node.put("hits", share.hits());
    node.put("trials", share.trials());
    node.put("lower", share.interval().low());
    node.put("upper", share.interval().high());
  }

  private static void ranking(ArrayNode array, Campaign campaign) {
    for (Standing standing : campaign.ranking()) {
      ObjectNode node = array.addObject();
      node.put("schedule", standing.schedule());
      strings(node.putArray("found"), List.copyOf(standing.found()).stream().sorted().toList());
      node.put("meanShare", standing.meanShare());
      node.put("finds", standing.finds());
      node.put("secondsSpent", standing.secondsSpent());
      node.put("sentence", Release.sentence(campaign, standing.schedule()));
    }
  }

  private static void cuts(ArrayNode array, Campaign campaign) {
    for (CutsCovered cuts : CutsCovered.of(campaign)) {
      ObjectNode node = array.addObject();
      node.put("schedule", cuts.schedule());
      CoverageJson.put(node, cuts.coverage());
    }
  }

  private static void marginal(ObjectNode node, Campaign campaign, List<String> set) {
    strings(node.putArray("set"), set);
    ArrayNode values = node.putArray("values");
    for (MarginalValue value : MarginalValue.of(campaign, set)) {
      ObjectNode one = values.addObject();
      one.put("schedule", value.schedule());
      one.put("member", value.member());
      strings(one.putArray("bugs"), value.bugs());
      value.seconds().ifPresent(seconds -> one.put("seconds", seconds));
      value.secondsWithout().ifPresent(seconds -> one.put("secondsWithout", seconds));
      value.secondsWith().ifPresent(seconds -> one.put("secondsWith", seconds));
    }
  }

  private static void comparisons(ArrayNode array, Campaign campaign) {
    for (Comparison comparison : Comparison.withTheBest(campaign)) {
      ObjectNode node = array.addObject();
      node.put("one", comparison.one());
      node.put("other", comparison.other());
      node.put("chiSquared", comparison.test().chiSquared());
      node.put("sooner", comparison.test().sooner());
      node.put("p", comparison.p());
    }
  }
}
