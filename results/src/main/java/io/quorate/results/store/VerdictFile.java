package io.quorate.results.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.history.Disturbance;
import io.quorate.history.Evidence;
import io.quorate.results.Finding;
import io.quorate.results.Outcome;
import io.quorate.results.RuleResult;
import io.quorate.results.RunSettings;
import io.quorate.results.coverage.CoverageJson;
import io.quorate.results.judgement.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code verdict.json}: the outcome, its reasons and its evidence, for machines. */
public final class VerdictFile {
  /** The version of the form this code writes; grows when a reader of the old one would err. */
  public static final int VERSION = 1;

  private VerdictFile() {}

  /** Writes the file, whole or not at all. */
  public static void write(Path file, Judgement judgement) throws IOException {
    Json.write(file, json(judgement));
  }

  /** Returns the settings kept in the file, so that the run can be judged again. */
  public static RunSettings readSettings(Path file) throws IOException {
    return SettingsJson.read(read(file).path("settings"));
  }

  /** Returns what the toolkit had failed at during the run, as kept in the file. */
  public static List<String> readHarnessFailures(Path file) throws IOException {
    return read(file).path("harnessFailures").valueStream().map(JsonNode::asText).toList();
  }

  private static JsonNode read(Path file) throws IOException {
    JsonNode json = Json.MAPPER.readTree(file.toFile());
    int version = json.path("version").asInt();
    if (version != VERSION) {
      throw new IOException(file + " has version " + version + ", this toolkit reads " + VERSION);
    }
    return json;
  }

  private static ObjectNode json(Judgement judgement) {
    ObjectNode json = Json.object();
    Outcome outcome = judgement.outcome();
    json.put("version", VERSION);
    json.put("exitCode", outcome.grade().exitCode());
    json.put("outcome", outcome.grade().words());
    json.put("reason", outcome.reason());
    json.set("details", Json.texts(outcome.details()));
    json.set("harnessFailures", Json.texts(judgement.harnessFailures()));
    json.set("check", CheckJson.summary(judgement.analysis()));
    json.set("violations", CheckJson.violations(judgement.analysis()));
    json.set("undecided", CheckJson.undecided(judgement.analysis()));
    InsightsJson.put(json, judgement.insights(), judgement.analysis());
    json.set("findings", findings(judgement));
    json.set("rules", rules(judgement));
    json.set("faults", faults(judgement));
    CoverageJson.put(json.putObject("cuts"), judgement.coverage());
    json.set("settings", SettingsJson.write(judgement.settings()));
    return json;
  }

  private static ArrayNode findings(Judgement judgement) {
    ArrayNode array = Json.array();
    for (Finding finding : judgement.findings()) {
      ObjectNode json = array.addObject();
      json.put("rule", finding.rule());
      json.put("status", Json.word(finding.status()));
      json.put("fault", finding.fault());
      json.put("sentence", finding.sentence());
    }
    return array;
  }

  private static ArrayNode rules(Judgement judgement) {
    ArrayNode array = Json.array();
    for (RuleResult rule : judgement.rules()) {
      ObjectNode json = array.addObject();
      json.put("rule", rule.rule());
      json.put("state", Json.word(rule.state()));
      json.put("sentence", rule.sentence());
    }
    return array;
  }

  private static ArrayNode faults(Judgement judgement) {
    ArrayNode array = Json.array();
    for (Disturbance fault : judgement.history().disturbances()) {
      ObjectNode json = array.addObject();
      json.put("id", fault.id());
      json.put("fault", fault.fault());
      json.put("fate", Json.word(fault.fate()));
      json.put("proven", judgement.landed(fault.id()));
      time(json, "plannedNanos", fault.plannedNanos());
      time(json, "commandedNanos", fault.commandedNanos());
      time(json, "confirmedNanos", fault.confirmedNanos());
      time(json, "liftedNanos", fault.liftedNanos());
      time(json, "confirmedLiftedNanos", fault.confirmedLiftedNanos());
      json.set("links", Json.texts(fault.links()));
      json.set("nodes", Json.texts(fault.nodes()));
      ArrayNode evidence = json.putArray("evidence");
      fault.evidence().forEach(e -> evidence.add(evidence(e)));
    }
    return array;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode json = Json.object();
    json.put("moment", Json.word(evidence.moment()));
    json.put("proven", evidence.proven());
    json.put("note", evidence.note());
    json.put("probes", evidence.probes().size());
    json.put("arrived", evidence.probes().stream().filter(Evidence.Probe::arrived).count());
    return json;
  }

  private static void time(ObjectNode json, String name, long nanos) {
    if (nanos != Disturbance.NEVER) {
      json.put(name, nanos);
    }
  }
}
