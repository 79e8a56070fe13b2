package io.quorate.checker;

import io.quorate.history.Header;
import java.util.List;

/**
 * The answer about a history, key by key.
 *
 * @param model name of the model it was judged by
 * @param failedCas what a refused cas was taken to say
 * @param keys one verdict a key, in the order in which the keys first occur
 * @param nanos wall time of the whole check
 */
public record Analysis(
    String model, Header.FailedCas failedCas, List<KeyVerdict> keys, long nanos) {
  /** Keeps its own copy. */
  public Analysis {
    keys = List.copyOf(keys);
  }

  /**
   * Returns the verdict on all keys together: the first violation if there is any, else the first
   * doubt if there is any, else linearizable.
   */
  public Verdict overall() {
    Verdict worst = new Verdict.Linearizable(List.of());
    for (KeyVerdict key : keys) {
      if (key.verdict().rank() > worst.rank()) {
        worst = key.verdict();
      }
    }
    return worst;
  }

  /** Returns the keys whose verdict is of the kind {@code kind}. */
  public List<KeyVerdict> keys(Class<? extends Verdict> kind) {
    return keys.stream().filter(key -> kind.isInstance(key.verdict())).toList();
  }

  /** Returns how many configurations were explored over all keys. */
  public long configurations() {
    return keys.stream().mapToLong(KeyVerdict::configurations).sum();
  }

  /** Returns how many operations were judged over all keys. */
  public long operations() {
    return keys.stream().mapToLong(KeyVerdict::operations).sum();
  }
}
