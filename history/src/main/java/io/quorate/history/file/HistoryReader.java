package io.quorate.history.file;

import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.OpenOperations;
import io.quorate.history.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history from its file, line by line or as a whole.
 *
 * <p>A last line without its end that is the beginning of a right line is what a killed writer
 * leaves, and is dropped: every prefix of a history is a history. Everything else that is wrong is
 * a {@link MalformedFileException}: nothing is guessed, skipped or repaired.
 */
public final class HistoryReader implements AutoCloseable {
  private final InputStream in;
  private final JsonLines lines;
  private final OpenOperations<Invocation> open = new OpenOperations<>();
  private final Header header;
  private long order = -1;

  private HistoryReader(String source, InputStream in) {
    this.in = in;
    lines = new JsonLines(source, in, JsonLimits.LINE);
    Header first = lines.next(HeaderForm::read);
    header = first == null ? Header.TORN : first;
  }

  /**
   * Opens {@code file} and reads its first line.
   *
   * @throws UncheckedIOException where it cannot be read
   * @throws MalformedFileException where it is no history
   */
  public static HistoryReader open(Path file) {
    try {
      InputStream in = Files.newInputStream(file);
      try {
        return new HistoryReader(file.toString(), in);
      } catch (RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history " + file + ": " + e, e);
    }
  }

  /** Reads from {@code in}, which errors call {@code source}, and reads its first line. */
  public static HistoryReader of(String source, InputStream in) {
    return new HistoryReader(source, in);
  }

  /** Reads all of {@code file}; see {@link #open}. */
  public static History read(Path file) {
    try (HistoryReader reader = open(file)) {
      return reader.rest();
    }
  }

  /** Returns the first line, {@link Header#TORN} where it is not whole. */
  public Header header() {
    return header;
  }

  /** Returns the next entry, or null at the end. */
  public @Nullable Entry next() {
    Line line = lines.next(json -> lawful(LineDecoder.decode(json)));
    if (line == null) {
      return null;
    }
    order = line.order();
    return line.entry();
  }

  /** Returns the order number of the last entry, -1 before the first. */
  public long order() {
    return order;
  }

  /** Whether the file ended within a line, which was dropped. */
  public boolean torn() {
    return lines.torn();
  }

  /** Returns the history of all entries that are left. */
  public History rest() {
    History.Builder builder = History.builder(header);
    for (Entry entry = next(); entry != null; entry = next()) {
      builder.add(order, entry);
    }
    return builder.build();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the history: " + e, e);
    }
  }

  private Line lawful(Line line) {
    switch (line.entry()) {
      case Entry.Invoked e -> open.invoke(line.order(), e, e.invocation());
      case Entry.Completed e -> checkAnswers(line, open.complete(line.order(), e));
      case Entry.Disturbed e -> open.disturb(line.order(), e);
    }
    return line;
  }

  private static void checkAnswers(Line line, Invocation asked) {
    if (!asked.function().equals(line.function()) || !Objects.equals(asked.key(), line.key())) {
      throw new MalformedLineException(
          0,
          "a completion whose f and k are not those of the invocation",
          "repeat f and k of the invocation, or look for a line that is missing");
    }
  }
}
