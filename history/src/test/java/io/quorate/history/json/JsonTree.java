package io.quorate.history.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A whole document as Java's own values; a null is the text {@link #NULL}. */
final class JsonTree {
  static final Object NULL = new Object();

  private JsonTree() {}

  static Object read(JsonReader json, byte[] document, int length) {
    json.turnTo(document, 0, length);
    Object tree = read(json);
    json.finish();
    return tree;
  }

  private static Object read(JsonReader json) {
    return switch (json.peek()) {
      case NULL -> {
        json.nil();
        yield NULL;
      }
      case BOOLEAN -> json.bool();
      case INTEGER -> json.integer();
      case TEXT -> json.text();
      case ARRAY -> array(json);
      case OBJECT -> object(json);
    };
  }

  private static List<Object> array(JsonReader json) {
    List<Object> items = new ArrayList<>();
    json.beginArray();
    while (json.nextItem()) {
      items.add(read(json));
    }
    return items;
  }

  private static Map<String, Object> object(JsonReader json) {
    Map<String, Object> members = new LinkedHashMap<>();
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      Object before = members.put(name, read(json));
      if (before != null) {
        throw new JsonException("a name twice", json.offset(), false);
      }
    }
    return members;
  }

  static void write(JsonWriter json, Object tree) {
    if (tree instanceof Map<?, ?> members) {
      json.beginObject();
      members.forEach((name, value) -> {
        json.name(name.toString());
        write(json, Objects.requireNonNull(value));
      });
      json.endObject();
    } else if (tree instanceof List<?> items) {
      json.beginArray();
      items.forEach(item -> write(json, item));
      json.endArray();
    } else {
      scalar(json, tree);
    }
  }

  private static void scalar(JsonWriter json, Object tree) {
    if (tree instanceof String text) {
      json.text(text);
    } else if (tree instanceof Long number) {
      json.integer(number);
    } else if (tree instanceof Boolean truth) {
      json.bool(truth);
    } else {
      json.nil();
    }
  }
}
