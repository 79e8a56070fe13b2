package io.quorate.results.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.results.Limits;
import io.quorate.results.Requirements;
import io.quorate.results.RunSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of a run as JSON, there and back. Durations are nanoseconds. */
final class SettingsJson {
  private SettingsJson() {}

  static ObjectNode write(RunSettings settings) {
    ObjectNode json = Json.object();
    json.put("plan", settings.plan());
    json.put("planText", settings.planText());
    json.put("command", settings.command());
    json.put("workers", settings.workers());
    json.put("faultsExpected", settings.faultsExpected());
    json.set("doubts", Json.texts(settings.doubts()));
    json.set("requirements", write(settings.requirements()));
    json.set("limits", write(settings.limits()));
    ObjectNode facts = json.putObject("facts");
    settings.facts().forEach(facts::put);
    return json;
  }

  private static ObjectNode write(Requirements needs) {
    ObjectNode json = Json.object();
    json.put("faultsLanded", needs.faultsLanded());
    json.put("faultsExercised", needs.faultsExercised());
    json.put("attemptsOfEachKind", needs.attemptsOfEachKind());
    json.put("okOfEachKind", needs.okOfEachKind());
    json.put("shortFaultNanos", needs.shortFault().toNanos());
    json.put("okInAll", needs.okInAll());
    json.put("okAfterHeal", needs.okAfterHeal());
    json.put("power", needs.power());
    return json;
  }

  private static ObjectNode write(Limits limits) {
    ObjectNode json = Json.object();
    put(json, "longestOutageNanos", limits.longestOutage());
    put(json, "recoveryNanos", limits.recovery());
    put(json, "p99Nanos", limits.p99());
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable Duration duration) {
    if (duration != null) {
      json.put(name, duration.toNanos());
    }
  }

  static RunSettings read(JsonNode json) {
    List<String> doubts = new ArrayList<>();
    json.path("doubts").forEach(doubt -> doubts.add(doubt.asText()));
    Map<String, String> facts = new TreeMap<>();
    json.path("facts").properties().forEach(e -> facts.put(e.getKey(), e.getValue().asText()));
    JsonNode limits = json.path("limits");
    return new RunSettings(
        json.path("plan").asText(),
        json.path("planText").asText(),
        json.path("command").asText(),
        json.path("workers").asInt(),
        json.path("faultsExpected").asBoolean(),
        doubts,
        requirements(json.path("requirements")),
        new Limits(
            duration(limits.path("longestOutageNanos")),
            duration(limits.path("recoveryNanos")),
            duration(limits.path("p99Nanos"))),
        facts);
  }

  private static Requirements requirements(JsonNode json) {
    return new Requirements(
        json.path("faultsLanded").asInt(),
        json.path("faultsExercised").asInt(),
        json.path("attemptsOfEachKind").asInt(),
        json.path("okOfEachKind").asInt(),
        Duration.ofNanos(json.path("shortFaultNanos").asLong()),
        json.path("okInAll").asInt(),
        json.path("okAfterHeal").asInt(),
        json.path("power").asDouble());
  }

  private static @Nullable Duration duration(JsonNode json) {
    return json.isNumber() ? Duration.ofNanos(json.asLong()) : null;
  }
}
