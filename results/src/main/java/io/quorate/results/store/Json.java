package io.quorate.results.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.history.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;

/** The JSON of the store: built by hand, so that its form changes only on purpose. */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode texts(Collection<?> items) {
    ArrayNode array = array();
    items.forEach(item -> array.add(item.toString()));
    return array;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns {@code value} in the form it has in a history file. */
  static JsonNode value(Value value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Nil nil -> make.nullNode();
      case Value.Int number -> make.numberNode(number.number());
      case Value.Text text -> make.textNode(text.text());
      case Value.Sequence sequence -> {
        ArrayNode array = array();
        sequence.items().forEach(item -> array.add(value(item)));
        yield array;
      }
    };
  }

  /** Writes {@code node} whole or not at all. */
  static void write(Path file, JsonNode node) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, MAPPER.writeValueAsBytes(node));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
