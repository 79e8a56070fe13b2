package io.quorate.history.file;

import io.quorate.history.Value;
import io.quorate.history.json.JsonReader;
import io.quorate.history.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** A value as JSON: null, an integer of 64 bits, a text, or an array of values. */
final class ValueForm {
  private ValueForm() {}

  static Value read(JsonReader json) {
    return switch (json.peek()) {
      case NULL -> {
        json.nil();
        yield Value.NIL;
      }
      case INTEGER -> new Value.Int(json.integer());
      case TEXT -> new Value.Text(json.text());
      case ARRAY -> new Value.Sequence(items(json));
      case OBJECT, BOOLEAN ->
          throw new MalformedLineException(
              json.offset(),
              "a value that is neither null, an integer, a text nor an array of these",
              "write it as one of them, for instance as a text");
    };
  }

  static void write(JsonWriter json, Value value) {
    switch (value) {
      case Value.Nil nil -> json.nil();
      case Value.Int(long number) -> json.integer(number);
      case Value.Text(String text) -> json.text(text);
      case Value.Sequence(List<Value> items) -> {
        json.beginArray();
        items.forEach(item -> write(json, item));
        json.endArray();
      }
    }
  }

  private static List<Value> items(JsonReader json) {
    List<Value> items = new ArrayList<>();
    json.beginArray();
    while (json.nextItem()) {
      items.add(read(json));
    }
    return items;
  }
}
