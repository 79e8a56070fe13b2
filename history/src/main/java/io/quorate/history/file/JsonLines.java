package io.quorate.history.file;

import io.quorate.history.IllegalSequenceException;
import io.quorate.history.json.JsonException;
import io.quorate.history.json.JsonLimits;
import io.quorate.history.json.JsonReader;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of a file, each a JSON document; what is wrong in one gets its line and column. */
final class JsonLines {
  private static final String REMEDY =
      "the file was changed after it was written, or is of another form";

  private final String source;
  private final Lines lines;
  private final JsonReader json;
  private boolean torn;
  private boolean endedTorn;

  JsonLines(String source, InputStream in, JsonLimits limits) {
    this.source = source;
    lines = new Lines(source, in, limits.maxBytes());
    json = new JsonReader(limits);
  }

  /** Returns what {@code form} reads from the next line, or null at the end. */
  <T> @Nullable T next(Function<JsonReader, T> form) {
    if (!lines.advance()) {
      return null;
    }
    try {
      json.turnTo(lines.bytes(), lines.from(), lines.to());
      return form.apply(json);
    } catch (JsonException e) {
      torn = e.truncated() && !lines.terminated();
      endedTorn = e.truncated() && lines.terminated();
      if (torn) {
        return null;
      }
      throw malformed(e.offset(), String.valueOf(e.getMessage()), REMEDY);
    } catch (MalformedLineException e) {
      throw malformed(e.offset(), e.what(), e.remedy());
    } catch (IllegalSequenceException e) {
      throw malformed(0, e.what(), e.remedy());
    }
  }

  /** Whether the last error was the beginning of a right line, and an end of line after it. */
  boolean endedTorn() {
    return endedTorn;
  }

  /** Whether the file ended within a line. */
  boolean torn() {
    return torn;
  }

  private MalformedFileException malformed(int offset, String what, String remedy) {
    return new MalformedFileException(source, lines.number(), offset + 1, what, remedy);
  }
}
