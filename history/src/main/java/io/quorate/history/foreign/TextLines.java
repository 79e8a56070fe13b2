package io.quorate.history.foreign;

import io.quorate.history.file.Lines;
import io.quorate.history.file.MalformedFileException;
import io.quorate.history.foreign.EdnText.MalformedTextException;
import io.quorate.history.json.JsonLimits;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a foreign file as text; what is wrong in one gets its line and column. */
final class TextLines {
  /** What bytes that are no UTF-8 are read as. */
  private static final char NO_TEXT = '\ufffd';

  private final String source;
  private final Lines lines;
  private final String remedy;

  /**
   * Cuts {@code in} into lines.
   *
   * @param remedy what to do about a line that is wrong
   */
  TextLines(String source, InputStream in, String remedy) {
    this.source = source;
    this.remedy = remedy;
    lines = new Lines(source, in, JsonLimits.LINE.maxBytes());
  }

  /** Returns the next line, or null at the end. */
  @Nullable String next() {
    if (!lines.advance()) {
      return null;
    }
    int length = lines.to() - lines.from();
    return new String(lines.bytes(), lines.from(), length, StandardCharsets.UTF_8);
  }

  long number() {
    return lines.number();
  }

  /** Refuses a line that matters and is no text. */
  void checkText(String line) {
    int at = line.indexOf(NO_TEXT);
    if (at >= 0) {
      throw wrong(at, "bytes that are no UTF-8");
    }
  }

  MalformedFileException wrong(MalformedTextException e) {
    return wrong(e.offset(), String.valueOf(e.getMessage()));
  }

  MalformedFileException wrong(int offset, String what) {
    return new MalformedFileException(source, number(), offset + 1, what, remedy);
  }
}
