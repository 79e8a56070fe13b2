package io.quorate.runner.conduct;

import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.Remains;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the ledger of a run says of the run itself. */
public final class Ledgers {
  private Ledgers() {}

  /** Whether the process that keeps the ledger at {@code file} is still there. */
  public static boolean isGoing(Path file) {
    return Files.exists(file)
        && LedgerReading.of(file).open().stream()
            .filter(act -> act.kind() == Act.Kind.TOOLKIT)
            .anyMatch(act -> !Remains.of(act, new OwnMachine("toolkit")).isGone());
  }

  /** Whether the run whose ledger is at {@code file} ended without undoing all it had done. */
  public static boolean isLeftOver(Path file) {
    return !LedgerReading.of(file).open().isEmpty() && !isGoing(file);
  }
}
