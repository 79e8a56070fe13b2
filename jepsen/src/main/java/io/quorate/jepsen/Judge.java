package io.quorate.jepsen;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.judge.Checker;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.time.Duration;

/** Asks the checker for whoever calls from Clojure, in the calling thread. */
public final class Judge {
  private Judge() {}

  /**
   * Judges {@code history} as one object of the kind {@code model}.
   *
   * @param seconds longest time
   * @param mebibytes most memory of the search
   * @param observe whether a refused cas says that the value differed
   */
  public static Analysis check(
      History history, Model<?> model, double seconds, long mebibytes, boolean observe) {
    Duration time = Duration.ofNanos(Math.round(seconds * 1e9));
    Options options =
        Options.of(new Budget(time, Math.multiplyExact(mebibytes, 1L << 20)), System::nanoTime);
    return Checker.check(
        history,
        model,
        options.withCertificates().failedCas(observe ? FailedCas.OBSERVE : FailedCas.IGNORE));
  }
}
