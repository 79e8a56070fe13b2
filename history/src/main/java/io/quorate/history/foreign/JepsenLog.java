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
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations that Jepsen logs on its console, among whatever else it logs:
 *
 * <pre>INFO  jepsen.util - 3   :invoke :cas    [1 2]</pre>
 *
 * <p>An operation is {@code process :type :function value}, perhaps with an error after it, at the
 * end of a line; lines without one, and those of the nemesis, are passed over. A cas that failed is
 * taken to have met another value ({@code observe}); an error in place of the value says otherwise.
 */
public final class JepsenLog {
  private static final String REMEDY =
      "an operation of the log reads: 3 :invoke :cas [1 2]; see docs/foreign-histories.md";

  private JepsenLog() {}

  /**
   * Reads all of {@code file}, of one object or of independent keys.
   *
   * @throws io.quorate.history.file.MalformedFileException where it is no such log
   * @throws UncheckedIOException where it cannot be read
   */
  public static History read(Path file) {
    History plain = read(file, false);
    return Events.looksKeyed(plain) ? read(file, true) : plain;
  }

  private static History read(Path file, boolean keyed) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, keyed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history " + file + ": " + e, e);
    }
  }

  /**
   * Reads all of {@code in}, which errors call {@code source}.
   *
   * @param keyed whether each value is {@code [key value]}
   */
  public static History read(String source, InputStream in, boolean keyed) {
    TextLines lines = new TextLines(source, in, REMEDY);
    Header header =
        new Header(Header.CURRENT_VERSION, "cas-register", FailedCas.OBSERVE, 0, List.of());
    Events events = new Events(source, header, keyed);
    for (String line = lines.next(); line != null; line = lines.next()) {
      LogLine found = LogLine.find(line);
      if (found != null) {
        lines.checkText(line);
        try {
          events.add(lines.number(), event(found, line));
        } catch (MalformedTextException e) {
          throw lines.wrong(e);
        }
      }
    }
    return events.build();
  }

  private static Event event(LogLine line, String text) {
    EdnText rest = new EdnText(text, line.valueAt());
    int from = rest.offset();
    Value value = rest.ended() ? Value.NIL : rest.value();
    boolean ended = line.type() == Event.Type.FAIL || line.type() == Event.Type.INFO;
    boolean isError = ended && text.substring(from).strip().startsWith(":");
    String error = rest.ended() ? null : text.substring(rest.offset()).strip();
    return new Event(
        line.type(),
        line.process(),
        line.function(),
        null,
        isError ? Value.NIL : value,
        reason(isError ? Events.name(value) : null, error),
        Event.NO_TIME);
  }

  private static @Nullable String reason(@Nullable String instead, @Nullable String after) {
    return instead == null ? after : instead;
  }
}
