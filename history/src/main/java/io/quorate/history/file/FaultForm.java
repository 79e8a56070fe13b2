package io.quorate.history.file;

import io.quorate.history.Evidence;
import io.quorate.history.Link;
import io.quorate.history.json.JsonReader;
import io.quorate.history.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a fault line as JSON: links, nodes and evidence. */
final class FaultForm {
  private static final Words<Evidence.Moment> MOMENTS =
      new Words<>("moment", Evidence.Moment.values());
  private static final String REMEDY = "see the evidence of a fault line in docs/history-format.md";

  private FaultForm() {}

  static List<String> readNodes(JsonReader json) {
    List<String> nodes = new ArrayList<>();
    json.beginArray();
    while (json.nextItem()) {
      nodes.add(json.text());
    }
    return nodes;
  }

  static void writeNodes(JsonWriter json, List<String> nodes) {
    json.beginArray();
    nodes.forEach(json::text);
    json.endArray();
  }

  static List<Link> readLinks(JsonReader json) {
    List<Link> links = new ArrayList<>();
    json.beginArray();
    while (json.nextItem()) {
      json.beginArray();
      links.add(readLink(json));
      endOf(json, "a link");
    }
    return links;
  }

  static void writeLinks(JsonWriter json, List<Link> links) {
    json.beginArray();
    for (Link link : links) {
      json.beginArray();
      json.text(link.from());
      json.text(link.to());
      json.endArray();
    }
    json.endArray();
  }

  static Evidence readEvidence(JsonReader json) {
    Optional<Evidence.Moment> moment = Optional.empty();
    Optional<Boolean> proven = Optional.empty();
    Optional<String> note = Optional.empty();
    Optional<List<Evidence.Probe>> probes = Optional.empty();
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "moment" -> moment = once(json, name, moment, moment(json));
        case "proven" -> proven = once(json, name, proven, json.bool());
        case "note" -> note = once(json, name, note, json.text());
        case "probes" -> probes = once(json, name, probes, readProbes(json));
        default ->
            throw new MalformedLineException(
                json.offset(), "evidence has no field of this name", REMEDY);
      }
    }
    return new Evidence(
        needed(json, "moment", moment),
        needed(json, "proven", proven),
        note.orElse(""),
        probes.orElse(List.of()));
  }

  static void writeEvidence(JsonWriter json, Evidence evidence) {
    json.beginObject();
    json.name("moment");
    json.text(Words.word(evidence.moment()));
    json.name("proven");
    json.bool(evidence.proven());
    json.name("note");
    json.text(evidence.note());
    if (!evidence.probes().isEmpty()) {
      json.name("probes");
      writeProbes(json, evidence.probes());
    }
    json.endObject();
  }

  private static List<Evidence.Probe> readProbes(JsonReader json) {
    List<Evidence.Probe> probes = new ArrayList<>();
    json.beginArray();
    while (json.nextItem()) {
      json.beginArray();
      Link link = readLink(json);
      item(json, "a probe");
      probes.add(new Evidence.Probe(link, json.bool()));
      endOf(json, "a probe");
    }
    return probes;
  }

  private static void writeProbes(JsonWriter json, List<Evidence.Probe> probes) {
    json.beginArray();
    for (Evidence.Probe probe : probes) {
      json.beginArray();
      json.text(probe.link().from());
      json.text(probe.link().to());
      json.bool(probe.arrived());
      json.endArray();
    }
    json.endArray();
  }

  private static Link readLink(JsonReader json) {
    item(json, "a link");
    String from = json.text();
    item(json, "a link");
    String to = json.text();
    if (from.equals(to)) {
      throw new MalformedLineException(json.offset(), "a link from a place to itself", REMEDY);
    }
    return new Link(from, to);
  }

  private static Evidence.Moment moment(JsonReader json) {
    return MOMENTS.constant(json.text(), json.offset());
  }

  private static void item(JsonReader json, String subject) {
    if (!json.nextItem()) {
      throw new MalformedLineException(json.offset(), subject + " is cut short", REMEDY);
    }
  }

  private static void endOf(JsonReader json, String subject) {
    if (json.nextItem()) {
      throw new MalformedLineException(json.offset(), subject + " has too many parts", REMEDY);
    }
  }

  private static <T> Optional<T> once(JsonReader json, String name, Optional<T> before, T now) {
    if (before.isPresent()) {
      throw new MalformedLineException(json.offset(), "evidence has two fields " + name, REMEDY);
    }
    return Optional.of(now);
  }

  private static <T> T needed(JsonReader json, String name, Optional<T> value) {
    return value.orElseThrow(() ->
        new MalformedLineException(json.offset(), "evidence needs the field " + name, REMEDY));
  }
}
