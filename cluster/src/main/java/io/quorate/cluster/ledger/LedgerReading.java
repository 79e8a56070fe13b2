package io.quorate.cluster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a ledger says when it is read back.
 *
 * @param acts every act, in the order they were intended, with all that became known of them
 * @param open those of them that were never undone
 * @param unreadable lines that make no sense, in words with their number; a last line cut off by a
 *     crash is none: what it announced was never begun
 */
public record LedgerReading(List<Act> acts, List<Act> open, List<String> unreadable) {
  /** Keeps its own copies. */
  public LedgerReading {
    acts = List.copyOf(acts);
    open = List.copyOf(open);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads the ledger at {@code file}.
   *
   * @throws UncheckedIOException if there is none
   */
  public static LedgerReading of(Path file) {
    try {
      return new Reader().read(new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("no ledger to read at " + file, e);
    }
  }

  /** The first id that no act has. */
  long nextId() {
    return acts.stream().mapToLong(Act::id).max().orElse(-1) + 1;
  }

  private static final class Reader {
    private final SortedMap<Long, Act> acts = new TreeMap<>();
    private final SortedMap<Long, Act> open = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    LedgerReading read(String text) {
      int number = 1;
      int start = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        line(number++, text.substring(start, end));
        start = end + 1;
      }
      return new LedgerReading(
          new ArrayList<>(acts.values()), new ArrayList<>(open.values()), unreadable);
    }

    private void line(int number, String line) {
      try {
        event(FlatJson.read(line));
      } catch (IllegalArgumentException e) {
        unreadable.add("line " + number + ": " + e.getMessage());
      }
    }

    private void event(SortedMap<String, String> line) {
      String event = taken(line, Ledger.EVENT);
      long id = Long.parseLong(taken(line, Ledger.ID));
      Act.Kind kind = Act.Kind.valueOf(taken(line, Ledger.KIND));
      Act fresh = new Act(id, kind, taken(line, Ledger.PLACE), line);
      Act act = acts.containsKey(id) ? acts.get(id).with(line) : fresh;
      acts.put(id, act);
      switch (event) {
        case Ledger.INTENDED, Ledger.LANDED -> open.put(id, act);
        case Ledger.UNDONE -> open.remove(id);
        default -> throw new IllegalArgumentException("unknown event " + event);
      }
    }

    private static String taken(SortedMap<String, String> line, String name) {
      String value = line.remove(name);
      if (value == null) {
        throw new IllegalArgumentException("no " + name);
      }
      return value;
    }
  }
}
