package io.quorate.bench.checker;

import io.quorate.bench.checker.Cell.Damage;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The checker on a grid of histories: for each cell the verdict beside the truth where it is known,
 * the time of the check without making the history, the configurations, and the most memory used.
 *
 * <p>Arguments: {@code quick} or {@code full}.
 */
public final class CheckerGrid {
  private static final int LIMIT_SECONDS = 25;
  private static final int MOST_SEEDS = 50;

  private CheckerGrid() {}

  /** Prints the table. */
  public static void main(String[] args) {
    boolean full = args[0].equals("full");
    System.out.println(
        "values clients, operations, unknown, reads, damage              | verdict         truth    "
            + "| s       | configurations | heap MiB | operations of the counterexample, engine");
    check(new Cell(5, 20_000, 0, false, 0.5, Damage.NONE), false);
    check(new Cell(5, 20_000, 0.01, true, 0.5, Damage.NONE), false);
    cells(full).forEach(cell -> check(cell, true));
  }

  private static List<Cell> cells(boolean full) {
    List<Cell> cells = new ArrayList<>();
    int[] clients = full ? new int[] {5, 10, 20, 50, 100, 200} : new int[] {5, 20, 100};
    int[] sizes = full ? new int[] {1000, 10_000, 100_000, 1_000_000} : new int[] {1000, 100_000};
    for (int n : sizes) {
      for (int c : clients) {
        for (double unknown : new double[] {0, 0.001, 0.01, 0.05}) {
          if (full || unknown == 0 || unknown == 0.01) {
            cells.add(new Cell(c, n, unknown, false, 0.5, Damage.NONE));
            cells.add(new Cell(c, n, unknown, true, 0.5, Damage.NONE));
          }
        }
      }
    }
    for (int c : clients) {
      for (double unknown : new double[] {0, 0.01}) {
        int n = 100_000;
        cells.add(new Cell(c, n, unknown, true, 0.5, Damage.STALE));
        cells.add(new Cell(c, n, unknown, true, 0.5, Damage.INVERSION));
        cells.add(new Cell(c, n, unknown, true, 0.5, Damage.CHAIN));
        cells.add(new Cell(c, n, unknown, false, 0.5, Damage.PHANTOM));
        cells.add(new Cell(c, n, unknown, false, 0.9, Damage.LOST));
        cells.add(new Cell(c, n, unknown, false, 0.9, Damage.FROZEN));
      }
    }
    return cells;
  }

  private static void check(Cell cell, boolean print) {
    long seed = cell.operations() * 1000L + cell.clients();
    Generator.Made made = made(cell, seed);
    History history = made.history();
    Measured measured = Measured.of(history, LIMIT_SECONDS);
    KeyVerdict key = measured.key();
    if (print) {
      System.out.printf(
          Locale.ROOT,
          "%s | %-15s %-8s | %7.3f | %14d | %8d | %s%n",
          cell,
          name(key.verdict()),
          truth(cell.damage(), made.damaged()),
          measured.seconds(),
          key.configurations(),
          measured.mebibytes(),
          detail(key));
    }
  }

  /** A damage waits for its occasion, which a history may not have: then comes the next one. */
  private static Generator.Made made(Cell cell, long seed) {
    boolean waits = cell.damage() == Damage.INVERSION || cell.damage() == Damage.CHAIN;
    Generator.Made made = Generator.history(cell, seed);
    for (int i = 1; waits && !made.damaged() && i < MOST_SEEDS; i++) {
      made = Generator.history(cell, seed + i);
    }
    return made;
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Linearizable legal -> "linearizable";
      case Verdict.NotLinearizable illegal -> "not";
      case Verdict.Undecided undecided -> "undecided";
    };
  }

  private static String truth(Damage damage, boolean damaged) {
    return switch (damage) {
      case NONE -> "legal";
      case STALE, PHANTOM, INVERSION, CHAIN -> damaged ? "illegal" : "legal";
      case LOST, FROZEN -> "either";
    };
  }

  private static String detail(KeyVerdict key) {
    return switch (key.verdict()) {
      case Verdict.Linearizable legal -> key.engine();
      case Verdict.NotLinearizable illegal ->
          illegal.counterexample().operations().size() + ", " + key.engine();
      case Verdict.Undecided undecided -> key.engine();
    };
  }
}
