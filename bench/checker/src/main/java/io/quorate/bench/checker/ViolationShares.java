package io.quorate.bench.checker;

import io.quorate.bench.checker.Cell.Damage;
import io.quorate.checker.Verdict;
import io.quorate.history.Entry;
import io.quorate.history.History;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many damaged histories of few values with unknown outcomes are decided in time, by kind of
 * damage: so many seeds a cell, the verdict alone.
 *
 * <p>Arguments: how many seeds; the first of them; the limit of one check in seconds; the numbers
 * of clients, the percentages of unknown outcomes and the kinds of damage, each with commas
 * between. Ends with exit code 1 if a verdict is not true.
 */
public final class ViolationShares {
  private static final int OPERATIONS = 100_000;
  private static final double UPDATES_OFTEN = 0.5;
  private static final double READS_OFTEN = 0.9;

  /** A history with what is known about it. */
  private record Made(History history, boolean surelyIllegal) {}

  private final int seeds;
  private final long first;
  private final int limitSeconds;
  private final List<Damage> damages;
  private final Map<Damage, ShareDecided> shares = new EnumMap<>(Damage.class);
  private final ShareDecided all = new ShareDecided();
  private boolean wrong;

  private ViolationShares(int seeds, long first, int limitSeconds, List<Damage> damages) {
    this.seeds = seeds;
    this.first = first;
    this.limitSeconds = limitSeconds;
    this.damages = damages;
  }

  /** Prints a line for each cell, then the shares. */
  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    int limit = Integer.parseInt(args[2]);
    ViolationShares shares =
        new ViolationShares(seeds, Long.parseLong(args[1]), limit, damages(args[5]));
    shares.warmUp();
    for (double clients : numbers(args[3])) {
      for (double percent : numbers(args[4])) {
        shares.cells((int) clients, percent / 100);
      }
    }
    shares.summary();
    if (shares.wrong) {
      System.exit(1);
    }
  }

  private static double[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<Damage> damages(String list) {
    return Arrays.stream(list.split(","))
        .map(name -> Damage.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private void warmUp() {
    Cell cell = new Cell(20, OPERATIONS, 0.01, false, UPDATES_OFTEN, Damage.NONE);
    Measured.verdict(Generator.history(cell, 1).history(), limitSeconds);
  }

  private void cells(int clients, double unknown) {
    for (Damage damage : damages) {
      boolean read = damage == Damage.LOST || damage == Damage.FROZEN;
      double reads = read ? READS_OFTEN : UPDATES_OFTEN;
      cell(new Cell(clients, OPERATIONS, unknown, false, reads, damage));
    }
  }

  private void cell(Cell cell) {
    ShareDecided here = new ShareDecided();
    for (long seed = first; seed < first + seeds; seed++) {
      Made made = made(cell, cell.operations() * 1000L + cell.clients() + seed);
      Measured measured = Measured.verdict(made.history(), limitSeconds);
      Verdict verdict = measured.key().verdict();
      here.count(verdict, seed, measured.seconds());
      if (made.surelyIllegal() && verdict instanceof Verdict.Linearizable) {
        wrong = true;
        System.out.println("WRONG: " + cell + " seed " + seed + " is not linearizable");
      }
    }
    shares.computeIfAbsent(cell.damage(), fresh -> new ShareDecided()).add(here);
    all.add(here);
    System.out.println(cell + " | " + here);
  }

  /** Stale is what surely is, where few values and unknown outcomes leave an occasion for it. */
  private static Made made(Cell cell, long seed) {
    if (cell.damage() == Damage.STALE) {
      Cell legal =
          new Cell(
              cell.clients(), cell.operations(), cell.unknown(), false, cell.reads(), Damage.NONE);
      Optional<List<Entry>> stale = StaleRead.into(Generator.entries(legal, seed));
      if (stale.isPresent()) {
        return new Made(Generator.history(stale.get()), true);
      }
    }
    Generator.Made made = Generator.history(cell, seed);
    return new Made(made.history(), cell.damage() == Damage.PHANTOM && made.damaged());
  }

  private void summary() {
    System.out.println();
    shares.forEach((damage, share) -> print(damage.name().toLowerCase(Locale.ROOT), share));
    print("all", all);
  }

  private void print(String name, ShareDecided share) {
    System.out.printf(Locale.ROOT, "%-9s | %s%n", name, share.interval(limitSeconds));
  }
}
