package io.quorate.cluster.hosts;

import java.util.List;

/**
 * What a heal did.
 *
 * @param done what was undone, or found to be gone already, in words
 * @param left what could not be undone and why; the ledger keeps it for another try
 */
public record HealReport(List<String> done, List<String> left) {
  /** Keeps its own copies. */
  public HealReport {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }

  /** Whether nothing is left to undo. */
  public boolean complete() {
    return left.isEmpty();
  }
}
