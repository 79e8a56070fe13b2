package io.quorate.cluster.process;

import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;

/** The toolkit's own process, as a ledger knows it: nobody may heal the run of a living one. */
public final class Toolkit {
  private Toolkit() {}

  /** Writes into {@code ledger} which process keeps it; undone when the run has closed in order. */
  public static Act signIn(Ledger ledger) {
    long pid = ProcessHandle.current().pid();
    ProcessIdentity self =
        new Processes(new OwnMachine("toolkit"))
            .identify(pid)
            .orElseThrow(() -> new IllegalStateException("this machine does not know pid " + pid));
    return ledger.intend(Act.Kind.TOOLKIT, "toolkit", self.facts());
  }
}
