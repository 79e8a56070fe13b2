package io.quorate.history.file;

import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.json.JsonReader;
import io.quorate.history.json.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first line of a history as JSON. */
final class HeaderForm {
  private static final Words<FailedCas> FAILED_CAS = new Words<>("failedCas", FailedCas.values());
  private static final List<String> FIELDS =
      List.of("version", "model", "failedCas", "seed", "nodes");
  private static final String REMEDY = "a history begins with a line of the fields " + FIELDS;

  private HeaderForm() {}

  static void write(JsonWriter json, Header header) {
    json.beginObject();
    json.name("version");
    json.integer(header.version());
    json.name("model");
    json.text(header.model());
    json.name("failedCas");
    json.text(Words.word(header.failedCas()));
    json.name("seed");
    json.integer(header.seed());
    json.name("nodes");
    FaultForm.writeNodes(json, header.nodes());
    json.endObject();
  }

  static Header read(JsonReader json) {
    Draft draft = new Draft();
    Map<String, Integer> places = new HashMap<>();
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (places.put(name, json.offset()) != null) {
        throw new MalformedLineException(json.offset(), "the field " + name + " twice", REMEDY);
      }
      draft.field(name, json);
    }
    json.finish();
    for (String field : FIELDS) {
      if (!places.containsKey(field)) {
        throw new MalformedLineException(0, "a header without the field " + field, REMEDY);
      }
    }
    return new Header(
        Header.CURRENT_VERSION, draft.model, draft.failedCas, draft.seed, draft.nodes);
  }

  private static final class Draft {
    private String model = "";
    private FailedCas failedCas = FailedCas.IGNORE;
    private long seed;
    private List<String> nodes = List.of();

    void field(String name, JsonReader json) {
      switch (name) {
        case "version" -> checkVersion(json);
        case "model" -> model = json.text();
        case "failedCas" -> failedCas = FAILED_CAS.constant(json.text(), json.offset());
        case "seed" -> seed = json.integer();
        case "nodes" -> nodes = FaultForm.readNodes(json);
        default ->
            throw new MalformedLineException(
                json.offset(), "a header has no field of this name", REMEDY);
      }
    }

    private static void checkVersion(JsonReader json) {
      long version = json.integer();
      if (version != Header.CURRENT_VERSION) {
        throw new MalformedLineException(
            json.offset(),
            "a history of version " + version + ", but version 1 is known",
            "read it with the Quorate that wrote it");
      }
    }
  }
}
