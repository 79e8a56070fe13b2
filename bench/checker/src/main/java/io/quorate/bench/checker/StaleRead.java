package io.quorate.bench.checker;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A stale read among values that are written many times: the last read for which there is a value
 * whose every possible writer returned before an acknowledged update was invoked that returned
 * before the read was invoked. No order explains it.
 */
final class StaleRead {
  /** The possible writers of one value. */
  private static final class Writers {
    /** Invoked and without an answer; one whose outcome stays unknown is open for good. */
    private int open;

    /** Where the last acknowledged one returned. */
    private int returned;
  }

  /** An operation under way: where it was invoked, and {@link #newest} at that time. */
  private record Asked(Invocation what, int at, int newestBefore) {}

  private final List<Entry> entries;
  private final Map<Value, Writers> writers = new LinkedHashMap<>();
  private final Map<Long, Asked> asked = new HashMap<>();

  /** The latest invocation among the acknowledged updates so far. */
  private int newest = -1;

  private int row = -1;
  private Value stale = Value.NIL;

  private StaleRead(List<Entry> entries) {
    this.entries = entries;
  }

  /** Returns the entries of a legal history with one read falsified, or nothing if none can be. */
  static Optional<List<Entry>> into(List<Entry> entries) {
    StaleRead search = new StaleRead(entries);
    for (int at = 0; at < entries.size(); at++) {
      search.take(at);
    }
    return search.row < 0 ? Optional.empty() : Optional.of(search.falsified());
  }

  private void take(int at) {
    switch (entries.get(at)) {
      case Entry.Invoked e -> {
        asked.put(e.process(), new Asked(e.invocation(), at, newest));
        if (!isRead(e.invocation())) {
          writersOf(e.invocation()).open++;
        }
      }
      case Entry.Completed e -> complete(at, e);
      case Entry.Disturbed e -> throw new IllegalStateException("a generated history has none");
    }
  }

  private void complete(int at, Entry.Completed e) {
    Asked what = Objects.requireNonNull(asked.remove(e.process()));
    switch (e.completion()) {
      case Completion.Ok ok when isRead(what.what()) -> look(at, what.newestBefore());
      case Completion.Ok ok -> {
        Writers mine = writersOf(what.what());
        mine.open--;
        mine.returned = at;
        newest = Math.max(newest, what.at());
      }
      case Completion.Fail fail -> writersOf(what.what()).open--;
      case Completion.Info info -> {}
    }
  }

  private void look(int at, int newestBefore) {
    for (Map.Entry<Value, Writers> each : writers.entrySet()) {
      if (each.getValue().open == 0 && each.getValue().returned < newestBefore) {
        row = at;
        stale = each.getKey();
        return;
      }
    }
  }

  private Writers writersOf(Invocation update) {
    Value written =
        update.argument() instanceof Value.Sequence pair ? pair.items().get(1) : update.argument();
    return writers.computeIfAbsent(written, fresh -> new Writers());
  }

  private static boolean isRead(Invocation what) {
    return what.function().equals(Invocation.READ);
  }

  private List<Entry> falsified() {
    List<Entry> falsified = new ArrayList<>(entries);
    Entry.Completed read = (Entry.Completed) entries.get(row);
    falsified.set(
        row,
        new Entry.Completed(
            read.timeNanos(), read.process(), new Completion.Ok(stale), read.node()));
    return falsified;
  }
}
