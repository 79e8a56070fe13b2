package io.quorate.simulation;

import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.nemesis.Schedule;
import java.util.List;

/**
 * What a simulated trial gave.
 *
 * @param entries the history, in its order
 * @param executed the schedule as it was executed, replayable
 * @param findings what was seen from inside, in the order of time
 * @param stopped why the trial ended
 * @param events how many things happened
 * @param nanos how long the trial took in virtual time
 * @param digest over every line of every server's trace: equal for two runs that were the same
 */
public record Played(
    List<Entry> entries,
    Schedule executed,
    List<Finding> findings,
    String stopped,
    long events,
    long nanos,
    long digest) {
  /** Keeps its own copies. */
  public Played {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** Returns the history under {@code header}. */
  public History history(Header header) {
    History.Builder history = History.builder(header);
    entries.forEach(history::add);
    return history.build();
  }
}
