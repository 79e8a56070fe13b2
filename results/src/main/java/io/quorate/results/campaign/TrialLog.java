package io.quorate.results.campaign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code trials.jsonl}: a first line that says what the campaign is, then one line a trial, in the
 * order in which they ended. A campaign that was killed goes on from it: each line is on its way to
 * the disk before the next trial begins, and a last line that was cut off counts for nothing.
 */
public final class TrialLog implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a campaign is.
   *
   * @param version of the file's form
   * @param seed from which the seeds of its runs come
   * @param runs how many each pair has
   */
  public record Head(int version, long seed, int runs, List<String> schedules, List<String> bugs) {
    /** The version this code writes. */
    public static final int CURRENT_VERSION = 1;

    /** Keeps its own copies. */
    public Head {
      schedules = List.copyOf(schedules);
      bugs = List.copyOf(bugs);
    }
  }

  /** A log as it was found. */
  public record Read(Head head, List<TrialRecord> trials) {
    /** Keeps its own copy. */
    public Read {
      trials = List.copyOf(trials);
    }
  }

  private final Path file;

  private TrialLog(Path file) {
    this.file = file;
  }

  /** Begins a new log. */
  public static TrialLog create(Path file, Head head) throws IOException {
    Files.writeString(file, line(head), StandardOpenOption.CREATE_NEW);
    return new TrialLog(file);
  }

  /** Goes on with a log that {@link #read} understood; a last line that was cut off is removed. */
  public static TrialLog resume(Path file) throws IOException {
    String text = Files.readString(file);
    int whole = text.lastIndexOf('\n') + 1;
    if (whole < text.length()) {
      Files.writeString(file, text.substring(0, whole));
    }
    return new TrialLog(file);
  }

  /**
   * Reads a log.
   *
   * @throws IllegalArgumentException with one sentence where a whole line is none of a campaign
   */
  public static Read read(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.lines().toList();
    int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
    if (whole < 1) {
      throw new IllegalArgumentException(file + " is no log of a campaign: its first line is cut");
    }
    Head head = parsed(file, 1, lines.getFirst(), Head.class);
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 1; i < whole; i++) {
      trials.add(parsed(file, i + 1, lines.get(i), TrialRecord.class));
    }
    return new Read(head, trials);
  }

  /** Appends a trial. From any thread. */
  public synchronized void append(TrialRecord trial) {
    try {
      Files.writeString(file, line(trial), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  /** Nothing is kept open between lines. */
  @Override
  public void close() {}

  private static String line(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException("a record that is no JSON", e);
    }
  }

  private static <T> T parsed(Path file, int number, String line, Class<T> type) {
    try {
      return JSON.readValue(line, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file + " line " + number + " is none of a campaign: " + e.getOriginalMessage(), e);
    }
  }
}
