package io.quorate.bench.checker;

import io.quorate.bench.checker.Cell.Damage;
import io.quorate.checker.model.Models;
import io.quorate.checker.stream.Sighting;
import io.quorate.checker.stream.StreamingCheck;
import io.quorate.history.Entry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The check that reads along: operations a second, and how many values it remembers at most. */
public final class Streaming {
  private static final int OPERATIONS = 1_000_000;

  private Streaming() {}

  /** Prints the table. */
  public static void main(String[] args) {
    System.out.println("history | operations a second | most values remembered | red at operation");
    run(new Cell(10, OPERATIONS, 0.001, true, 0.5, Damage.NONE), false);
    for (int clients : new int[] {5, 20, 100, 200}) {
      for (double unknown : new double[] {0, 0.001, 0.01, 0.05}) {
        run(new Cell(clients, OPERATIONS, unknown, true, 0.5, Damage.NONE), true);
      }
      run(new Cell(clients, OPERATIONS, 0.001, true, 0.5, Damage.STALE), true);
    }
  }

  private static void run(Cell cell, boolean print) {
    List<Entry> entries = Generator.entries(cell, cell.operations() * 1000L + cell.clients());
    StreamingCheck check = new StreamingCheck(Models.casRegister());
    int most = 0;
    int invoked = 0;
    Sighting seen = null;
    long began = System.nanoTime();
    for (int i = 0; i < entries.size() && seen == null; i++) {
      Entry entry = entries.get(i);
      seen = check.take(entry);
      invoked += entry instanceof Entry.Invoked ? 1 : 0;
      most = Math.max(most, check.live());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (print) {
      System.out.printf(
          Locale.ROOT, "%s | %9.0f | %7d | %s%n", cell, invoked / seconds, most, at(seen, invoked));
    }
  }

  private static String at(@Nullable Sighting seen, int invoked) {
    return seen == null ? "-" : invoked + ", " + seen;
  }
}
