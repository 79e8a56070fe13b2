package io.quorate.runner.conduct;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
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
 * @param model name of the model, or null for the one the history names
 * @param failedCas what a refused cas says, or null for what the history says
 * @param budget time and memory it may take
 */
public record Checking(
    @Nullable String model, Header.@Nullable FailedCas failedCas, Budget budget) {
  /** What a live run spends on its verdict at most. */
  public static final Checking USUAL = new Checking(null, null, Budget.of(60, 1024));

  /**
   * Judges {@code history}, key by key.
   *
   * @throws IllegalArgumentException with one sentence if the model is unknown or does not fit
   */
  public Analysis check(History history) {
    String name = model == null ? history.header().model() : model;
    int parallelism = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService threads = Executors.newFixedThreadPool(parallelism)) {
      Options options = Options.of(budget, System::nanoTime).parallel(threads, parallelism);
      return Checker.check(
          history, Models.named(name), failedCas == null ? options : options.failedCas(failedCas));
    }
  }
}
