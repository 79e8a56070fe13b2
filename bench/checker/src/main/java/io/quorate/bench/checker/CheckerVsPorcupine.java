package io.quorate.bench.checker;

import io.quorate.bench.checker.Cell.Damage;
import io.quorate.history.Entry;
import io.quorate.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The checker beside Porcupine: the same histories in turn, the medians of three rounds where
 * Porcupine is quick, and the targets. Both are asked for a verdict alone. Ours meets every history
 * before, unmeasured, so that its code is compiled as Porcupine's is. Ends with exit code 1 if one
 * of the two said what is not true.
 *
 * <p>Arguments: the program built from {@code bench/porcupine}; {@code quick} or {@code full}; the
 * limit of one check in seconds.
 */
public final class CheckerVsPorcupine {
  private static final int ROUNDS = 3;

  /** A JVM compiles what it runs often, one round after the other. */
  private static final int UNMEASURED = 3;

  private static final int MOST_SEEDS = 50;

  /** Where Porcupine needs longer, it is asked once. */
  private static final double QUICK_SECONDS = 2;

  private static final double EACH = 10;
  private static final double MEDIAN = 20;

  private final Porcupine porcupine;
  private final int limitSeconds;
  private final Path file;

  private CheckerVsPorcupine(Porcupine porcupine, int limitSeconds, Path file) {
    this.porcupine = porcupine;
    this.limitSeconds = limitSeconds;
    this.file = file;
  }

  /** Prints the table and the targets. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int limit = Integer.parseInt(args[2]);
    Path file = Files.createTempFile("quorate-porcupine", ".txt");
    List<Comparison> all;
    try {
      var bench = new CheckerVsPorcupine(new Porcupine(Path.of(args[0]), limit), limit, file);
      all = bench.run(cells(args[1].equals("full")));
    } finally {
      Files.delete(file);
    }
    targets(all.stream().filter(Comparison::counts).toList());
    List<Comparison> wrong = all.stream().filter(Comparison::wrong).toList();
    wrong.forEach(each -> System.out.println("one of the two is wrong: " + each.line(EACH)));
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private List<Comparison> run(List<Cell> cells) throws IOException, InterruptedException {
    for (int round = 0; round < UNMEASURED; round++) {
      cells.forEach(cell -> ours(history(cell)));
    }
    System.out.println(Comparison.head());
    List<Comparison> all = new ArrayList<>();
    for (Cell cell : cells) {
      Comparison comparison = compare(cell);
      System.out.println(comparison.line(EACH));
      all.add(comparison);
    }
    return all;
  }

  private static List<Cell> cells(boolean full) {
    List<Cell> cells = new ArrayList<>();
    for (double unknown : new double[] {0, 0.01, 0.05}) {
      cells.add(small(5, 10_000, unknown, Damage.NONE));
      cells.add(small(10, 10_000, unknown, Damage.NONE));
      cells.add(small(20, 1000, unknown, Damage.NONE));
    }
    cells.add(small(5, 10_000, 0, Damage.STALE));
    cells.add(small(10, 1000, 0, Damage.STALE));
    cells.add(small(10, 10_000, 0, Damage.STALE));
    cells.add(new Cell(10, 10_000, 0, true, 0.5, Damage.NONE));
    cells.add(new Cell(10, 10_000, 0.01, true, 0.5, Damage.NONE));
    cells.add(new Cell(10, 10_000, 0, true, 0.5, Damage.STALE));
    cells.add(new Cell(20, 1000, 0, true, 0.5, Damage.NONE));
    if (full) {
      cells.add(small(5, 100_000, 0, Damage.NONE));
      cells.add(small(5, 100_000, 0.01, Damage.NONE));
      cells.add(small(20, 1000, 0, Damage.STALE));
      cells.add(small(20, 10_000, 0, Damage.NONE));
    }
    return cells;
  }

  private static Cell small(int clients, int operations, double unknown, Damage damage) {
    return new Cell(clients, operations, unknown, false, 0.5, damage);
  }

  private Comparison compare(Cell cell) throws IOException, InterruptedException {
    History history = history(cell);
    Porcupine.write(history, file);
    List<Comparison.Ours> ours = new ArrayList<>();
    List<Porcupine.Run> theirs = new ArrayList<>();
    boolean again = true;
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(ours(history));
      if (again) {
        Porcupine.Run run = porcupine.check(file);
        theirs.add(run);
        again = run.said().decided() && run.seconds() <= QUICK_SECONDS;
      }
    }
    return new Comparison(cell, ours, theirs);
  }

  private Comparison.Ours ours(History history) {
    Measured measured = Measured.verdict(history, limitSeconds);
    return new Comparison.Ours(
        measured.key().verdict(), measured.seconds(), measured.mebibytes());
  }

  /** A damage waits for its occasion, which a history may not have: then comes the next one. */
  private static History history(Cell cell) {
    long first = cell.operations() * 1000L + cell.clients();
    for (long seed = first; seed < first + MOST_SEEDS; seed++) {
      Optional<History> history = history(cell, seed);
      if (history.isPresent()) {
        return history.get();
      }
    }
    throw new IllegalStateException("no occasion for the damage of " + cell);
  }

  private static Optional<History> history(Cell cell, long seed) {
    if (cell.damage() == Damage.STALE && !cell.unique()) {
      Cell legal = small(cell.clients(), cell.operations(), cell.unknown(), Damage.NONE);
      List<Entry> entries = Generator.entries(legal, seed);
      return StaleRead.into(entries).map(Generator::history);
    }
    Generator.Made made = Generator.history(cell, seed);
    boolean asWished = made.damaged() || cell.damage() == Damage.NONE;
    return asWished ? Optional.of(made.history()) : Optional.empty();
  }

  private static void targets(List<Comparison> counting) {
    if (counting.isEmpty()) {
      System.out.println("Porcupine decided nothing in more than 50 ms: no target applies");
      return;
    }
    List<Double> ratios = counting.stream().map(Comparison::ratio).sorted().toList();
    double median = ratios.get((ratios.size() - 1) / 2);
    boolean undecided = !counting.stream().allMatch(each -> each.faster(0));
    System.out.printf(
        Locale.ROOT,
        "%d histories that Porcupine decides in more than 50 ms%s%n",
        counting.size(),
        undecided ? ", of which ours left some UNDECIDED" : "");
    target("never slower", ratios.getFirst(), 1, undecided);
    target("each at least 10 times faster", ratios.getFirst(), EACH, undecided);
    target("median at least 20 times faster", median, MEDIAN, undecided);
  }

  private static void target(String what, double is, double wanted, boolean undecided) {
    System.out.printf(
        Locale.ROOT, "%s: %.1f, %s%n", what, is, !undecided && is >= wanted ? "PASS" : "MISS");
  }
}
