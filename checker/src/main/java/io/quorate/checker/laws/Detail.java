package io.quorate.checker.laws;

import io.quorate.history.Observation;
import io.quorate.history.json.JsonException;
import io.quorate.history.json.JsonLimits;
import io.quorate.history.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rest of a trace's line, by name; numbers and flags as they are written. */
final class Detail {
  private final Map<String, String> fields;

  private Detail(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * Reads the detail of a line.
   *
   * @throws IllegalArgumentException if it is no flat object
   */
  static Detail of(Observation line) {
    byte[] bytes = line.detail().getBytes(StandardCharsets.UTF_8);
    JsonReader json = new JsonReader(JsonLimits.LINE);
    json.turnTo(bytes, 0, bytes.length);
    Map<String, String> fields = new TreeMap<>();
    try {
      json.beginObject();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        fields.put(name, value(json));
      }
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "line " + line.sequence() + " of boot " + line.boot() + " of " + line.node() + ": " + e,
          e);
    }
    return new Detail(fields);
  }

  private static String value(JsonReader json) {
    return switch (json.peek()) {
      case TEXT -> json.text();
      case INTEGER -> Long.toString(json.integer());
      case BOOLEAN -> Boolean.toString(json.bool());
      case OBJECT, ARRAY, NULL ->
          throw new IllegalArgumentException("a trace has numbers, flags and texts only");
    };
  }

  /** Returns the text under {@code name}, empty where there is none. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Returns the number under {@code name}, or {@code absent} where there is none. */
  long number(String name, long absent) {
    String written = fields.get(name);
    return written == null ? absent : Long.parseLong(written);
  }

  /** Returns the names under {@code name}, which are written with commas between. */
  List<String> names(String name) {
    String all = text(name);
    return all.isEmpty() ? List.of() : Arrays.asList(all.split(","));
  }
}
