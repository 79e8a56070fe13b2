package io.quorate.results.insight;

import io.quorate.checker.Analysis;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Model;
import io.quorate.checker.Replayer;
import io.quorate.checker.Verdict;
import io.quorate.history.History;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The linearization orders of a history's keys, as the replayer sees them.
 *
 * @param model by which the history was judged
 */
public record Orders(History history, Model<?> model, Analysis analysis) {
  /**
   * Replays every order that was found.
   *
   * @throws IllegalStateException when one proves nothing: that is a fault of the checker, and no
   *     verdict
   */
  public void replay() {
    Replayer<?> replayer = replayer();
    for (KeyVerdict key : analysis.keys()) {
      if (key.verdict() instanceof Verdict.Linearizable(var order) && !order.isEmpty()) {
        replayer
            .wrong(key.key(), order)
            .ifPresent(wrong -> {
              throw new IllegalStateException(
                  "the order found for key " + key.key() + " proves nothing: " + wrong);
            });
      }
    }
  }

  private Replayer<?> replayer() {
    return new Replayer<>(history, model, analysis.failedCas());
  }

  /**
   * Returns a sentence about linearizable keys that have no order though one was asked for.
   *
   * @param only the only key that is spoken of, or null for all
   */
  public Optional<String> missing(@Nullable String only) {
    Replayer<?> replayer = replayer();
    long keys =
        analysis.keys(Verdict.Linearizable.class).stream()
            .filter(key -> only == null || Objects.equals(only, key.key()))
            .filter(key -> isMissing(replayer, key))
            .count();
    return keys == 0
        ? Optional.empty()
        : Optional.of(
            "none for "
                + keys
                + " linearizable keys: it takes more memory than the verdict; raise --memory");
  }

  /** Where nothing returned, no operation is an order too. */
  private static boolean isMissing(Replayer<?> replayer, KeyVerdict key) {
    return key.verdict() instanceof Verdict.Linearizable(var order)
        && order.isEmpty()
        && replayer.wrong(key.key(), order).isPresent();
  }
}
