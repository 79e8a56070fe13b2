package io.quorate.runner.conduct;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Header;
import io.quorate.history.History;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the checker about a history with all processors of this machine.
 *
 * @param failedCas what a refused cas says, or null for what the history says
 * @param budget time and memory it may take
 * @param certificates whether the order of each linearizable key is asked for
 */
public record Checking(Header.@Nullable FailedCas failedCas, Budget budget, boolean certificates) {
  /** What a live run spends on its verdict at most. */
  public static final Checking USUAL = new Checking(null, Budget.of(60, 1024), false);

  /**
   * Judges {@code history}, key by key, by the model it names.
   *
   * @throws IllegalArgumentException with one sentence if the model is unknown or does not fit
   */
  public Analysis check(History history) {
    return check(history, Models.named(history.header().model()));
  }

  /**
   * Judges {@code history}, key by key, by {@code model}.
   *
   * @throws IllegalArgumentException with one sentence if the model does not fit
   */
  public Analysis check(History history, Model<?> model) {
    int parallelism = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService threads = Executors.newFixedThreadPool(parallelism)) {
      Options plain = Options.of(budget, System::nanoTime).parallel(threads, parallelism);
      Options stated = failedCas == null ? plain : plain.failedCas(failedCas);
      return Checker.check(history, model, certificates ? stated.withCertificates() : stated);
    }
  }
}
