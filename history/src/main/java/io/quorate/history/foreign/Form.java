package io.quorate.history.foreign;

import io.quorate.history.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The forms a recorded history has, and how to tell them apart by their first lines. */
public enum Form {
  /** Ours: {@code history.jsonl}, docs/history-format.md. */
  QUORATE,

  /** Jepsen's and Knossos' history, in the notation of Clojure. */
  EDN,

  /** What Jepsen logs on the console, see {@link JepsenLog}. */
  JEPSEN_LOG,

  /** Porcupine's key-value text, see {@link PorcupineText}. */
  PORCUPINE_KV;

  /** How much of a file is looked at. */
  static final int LOOKED_AT = 1 << 16;

  /**
   * Returns the form of {@code file}, by its first 64 KiB. A file that is empty, or that was cut
   * within our first line, is ours.
   *
   * @throws MalformedFileException where it begins like none of them
   * @throws UncheckedIOException where it cannot be read
   */
  public static Form of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(file.toString(), new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history " + file + ": " + e, e);
    }
  }

  /**
   * Returns the form of a file that begins with {@code start} and that errors call {@code source}.
   */
  static Form of(String source, String start) {
    List<String> lines =
        start
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith(";"))
            .toList();
    String first = lines.isEmpty() ? "{" : lines.getFirst();
    if (first.equals("{")
        || (first.startsWith("{") && first.substring(1).strip().startsWith("\""))) {
      return QUORATE;
    }
    if (lines.stream().anyMatch(line -> LogLine.find(line) != null) && !first.startsWith("{")) {
      return JEPSEN_LOG;
    }
    if (first.startsWith("{") && first.contains(":key ") && !first.contains(":index ")) {
      return PORCUPINE_KV;
    }
    if ("{[(#".indexOf(first.charAt(0)) >= 0) {
      return EDN;
    }
    throw new MalformedFileException(
        source,
        1,
        1,
        "no history of a form known here",
        "say which it is with --format quorate, edn, jepsen-log or porcupine-kv");
  }
}
