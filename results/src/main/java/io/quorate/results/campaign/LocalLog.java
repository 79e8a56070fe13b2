package io.quorate.results.campaign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code local.jsonl}: one line a try on real processes, in their order. A last line that was cut
 * off counts for nothing, and is tried again.
 */
public final class LocalLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was measured of this version's zoo; docs/zoo.md tells it. */
  private static final String KEPT = "zoo-local.jsonl";

  private LocalLog() {}

  /** Returns the tries that come with this version. */
  public static List<LocalTry> kept() {
    try (InputStream in = LocalLog.class.getResourceAsStream(KEPT)) {
      if (in == null) {
        throw new IllegalStateException(KEPT + " is missing from the jar");
      }
      return parsed(KEPT, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(KEPT + " cannot be read from the jar", e);
    }
  }

  /**
   * Returns the tries in {@code file}, none where it is not there.
   *
   * @throws IllegalArgumentException with one sentence where a whole line is no try
   */
  public static List<LocalTry> read(Path file) throws IOException {
    return Files.exists(file) ? parsed(file.toString(), Files.readString(file)) : List.of();
  }

  /** Appends a try; what a kill left of a line is removed first. */
  public static void append(Path file, LocalTry one) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      Files.writeString(file, whole);
    }
    String line = JSON.writeValueAsString(one) + "\n";
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static List<LocalTry> parsed(String source, String text) {
    List<LocalTry> tries = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int whole = text.endsWith("\n") ? lines.size() : Math.max(0, lines.size() - 1);
    for (int i = 0; i < whole; i++) {
      try {
        tries.add(JSON.readValue(lines.get(i), LocalTry.class));
      } catch (JacksonException e) {
        throw new IllegalArgumentException(
            source + " line " + (i + 1) + " is no try: " + e.getOriginalMessage(), e);
      }
    }
    return tries;
  }
}
