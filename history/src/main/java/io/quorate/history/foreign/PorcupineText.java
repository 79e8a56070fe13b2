package io.quorate.history.foreign;

import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Value;
import io.quorate.history.foreign.EdnText.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key-value histories that Porcupine is tested with, an event a line:
 *
 * <pre>{:process 0, :type :invoke, :f :append, :key "7", :value "x"}</pre>
 *
 * <p>The functions are {@code get}, {@code put} and {@code append}, the model is {@code key-value}.
 */
public final class PorcupineText {
  private static final List<String> TYPES = List.of("invoke", "ok", "fail", "info");
  private static final String REMEDY =
      "a line reads {:process 0, :type :invoke, :f :get, :key \"k\", :value nil}";

  private PorcupineText() {}

  /**
   * Reads all of {@code file}.
   *
   * @throws io.quorate.history.file.MalformedFileException where it is no such text
   * @throws UncheckedIOException where it cannot be read
   */
  public static History read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history " + file + ": " + e, e);
    }
  }

  /** Reads all of {@code in}, which errors call {@code source}. */
  public static History read(String source, InputStream in) {
    TextLines lines = new TextLines(source, in, REMEDY);
    Header header = new Header(Header.CURRENT_VERSION, "key-value", FailedCas.IGNORE, 0, List.of());
    Events events = new Events(source, header, false);
    for (String line = lines.next(); line != null; line = lines.next()) {
      try {
        EdnText text = new EdnText(line, 0);
        if (!text.ended()) {
          lines.checkText(line);
          events.add(lines.number(), event(text.map(), text));
        }
      } catch (MalformedTextException e) {
        throw lines.wrong(e);
      }
    }
    return events.build();
  }

  private static Event event(Map<String, Value> fields, EdnText text) {
    if (!text.ended()) {
      throw new MalformedTextException(text.offset(), "something after the map");
    }
    Value process = fields.get("process");
    if (!(process instanceof Value.Int(long number))) {
      throw new MalformedTextException(0, "a line without a :process that is a number");
    }
    String type = word(fields, "type");
    if (!TYPES.contains(type)) {
      throw new MalformedTextException(0, "a :type that is none of " + TYPES);
    }
    Value key = fields.get("key");
    return new Event(
        Event.Type.valueOf(type.toUpperCase(Locale.ROOT)),
        number,
        word(fields, "f"),
        key == null ? null : Events.name(key),
        Objects.requireNonNullElse(fields.get("value"), Value.NIL),
        error(fields.get("error")),
        Event.NO_TIME);
  }

  private static @Nullable String error(@Nullable Value error) {
    return error == null ? null : Events.name(error);
  }

  private static String word(Map<String, Value> fields, String name) {
    if (fields.get(name) instanceof Value.Text(String word) && !word.isEmpty()) {
      return word;
    }
    throw new MalformedTextException(0, "a line without a :" + name);
  }
}
