package io.quorate.runner.doctor;

import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.Remains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs that ended without undoing all they had done, told by their ledgers. */
public final class LeftOvers {
  private static final String LEDGER = "ledger.jsonl";

  /** A run's folder lies two below the one of all runs, its ledger one deeper. */
  private static final int DEPTH = 3;

  private LeftOvers() {}

  /** Returns the ledgers below {@code runs} with something to undo, but for runs still going. */
  public static List<Path> below(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(runs, DEPTH)) {
      return files
          .filter(file -> file.endsWith(LEDGER) && Files.isReadable(file))
          .filter(file -> hasOpenActs(file) && !isGoing(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the runs cannot be listed at " + runs, e);
    }
  }

  private static boolean hasOpenActs(Path ledger) {
    return !LedgerReading.of(ledger).open().isEmpty();
  }

  /** Whether the process that keeps {@code ledger} is still there. */
  public static boolean isGoing(Path ledger) {
    return Files.exists(ledger)
        && LedgerReading.of(ledger).open().stream()
            .filter(act -> act.kind() == Act.Kind.TOOLKIT)
            .anyMatch(act -> !Remains.of(act, new OwnMachine("toolkit")).isGone());
  }
}
