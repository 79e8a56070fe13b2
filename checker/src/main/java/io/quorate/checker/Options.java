package io.quorate.checker;

import io.quorate.history.Header;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a history is checked.
 *
 * @param budget time and memory
 * @param nanoTime the monotonic clock, in nanoseconds: {@code System::nanoTime}
 * @param executor where keys are checked besides the calling thread
 * @param parallelism how many keys are checked at the same time, at least 1; each gets its equal
 *     share of the memory
 * @param failedCas what a refused cas says, or null for what the history's header says
 * @param certificates whether a {@link Verdict.Linearizable} carries its order
 * @param counterexamples whether a {@link Verdict.NotLinearizable} says why, which takes longer
 *     than to know it; else it carries {@link Counterexample#NONE}
 */
public record Options(
    Budget budget,
    LongSupplier nanoTime,
    Executor executor,
    int parallelism,
    Header.@Nullable FailedCas failedCas,
    boolean certificates,
    boolean counterexamples) {
  /** Most keys checked at the same time. */
  public static final int MAX_PARALLELISM = 1024;

  /** Refuses a parallelism outside 1 to {@link #MAX_PARALLELISM}. */
  public Options {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be 1 to " + MAX_PARALLELISM + ", got " + parallelism);
    }
  }

  /** Returns options that check one key after another in the calling thread. */
  public static Options of(Budget budget, LongSupplier nanoTime) {
    return new Options(budget, nanoTime, Runnable::run, 1, null, false, true);
  }

  /** Returns these options with {@code parallel} keys checked at once, with help of {@code on}. */
  public Options parallel(Executor on, int parallel) {
    return new Options(budget, nanoTime, on, parallel, failedCas, certificates, counterexamples);
  }

  /** Returns these options with {@code stated} in place of what the history's header says. */
  public Options failedCas(Header.FailedCas stated) {
    return new Options(
        budget, nanoTime, executor, parallelism, stated, certificates, counterexamples);
  }

  /** Returns these options asking for the order of each linearizable key. */
  public Options withCertificates() {
    return new Options(budget, nanoTime, executor, parallelism, failedCas, true, counterexamples);
  }

  /** Returns these options asking whether there is a violation, and not why. */
  public Options withoutCounterexamples() {
    return new Options(budget, nanoTime, executor, parallelism, failedCas, certificates, false);
  }

  /** Returns these options with another budget. */
  public Options within(Budget other) {
    return new Options(
        other, nanoTime, executor, parallelism, failedCas, certificates, counterexamples);
  }
}
