package io.quorate.checker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.Analysis;
import io.quorate.checker.BruteForce;
import io.quorate.checker.Budget;
import io.quorate.checker.Certificate;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTwinTest {
  /** Histories a model, in every build; {@code -Dquorate.twins=1000000} for more. */
  private static final int COUNT = Integer.getInteger("quorate.twins", 100_000);

  private static final Options OPTIONS =
      Options.of(Budget.of(60, 64), System::nanoTime).withCertificates();

  /** The plain ones first: a compiler that has seen them is quicker with the others. */
  static List<String> names() {
    return Models.names().reversed();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyVerdictIsWhatTryingEveryOrderOnTheSlowTwinSays(String name) {
    Model<?> model = Models.named(name);
    SlowModels.Slow twin = SlowModels.twin(name);
    AtomicInteger illegal = new AtomicInteger();

    IntStream.range(0, COUNT)
        .parallel()
        .forEach(seed -> illegal.addAndGet(judge(model, twin, seed)));

    assertThat(illegal.get()).as("illegal of %d", COUNT).isBetween(COUNT * 3 / 10, COUNT * 7 / 10);
  }

  private static int judge(Model<?> model, SlowModels.Slow twin, int seed) {
    History history = Play.of(twin, seed);
    boolean legal =
        BruteForce.legal(twin, BruteForce.pieces(history, FailedCas.IGNORE, twin::call));

    Analysis analysis = Checker.check(history, model, OPTIONS);

    if (analysis.overall().rank() != (legal ? 0 : 2)) {
      throw new AssertionError(model.name() + " seed " + seed + " " + analysis.overall());
    }
    for (KeyVerdict key : analysis.keys()) {
      if (key.verdict() instanceof Verdict.Linearizable(List<Integer> order)) {
        Certificate.verify(history, model, FailedCas.IGNORE, null, order)
            .ifPresent(wrong -> {
              throw new AssertionError(model.name() + " seed " + seed + ": " + wrong);
            });
      }
    }
    return legal ? 0 : 1;
  }

  @ParameterizedTest
  @CsvSource({
    "registre, register",
    "cas-regster, cas-register",
    "fifo, fifo-queue",
    "lifo-queue, fifo-queue",
    "reentrant-lock, reentrant-mutex",
    "counters, counter"
  })
  void aWrongNameIsAnsweredWithTheNearest(String wrong, String near) {
    assertThatThrownBy(() -> Models.named(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no model is called \"" + wrong + "\", did you mean " + near + "?");
  }

  @Test
  void aNameThatIsNearNothingIsAnsweredWithAllThereAre() {
    assertThatThrownBy(() -> Models.named("x"))
        .hasMessage(
            "no model is called \"x\"; known are register, cas-register, multi-register, mutex,"
                + " owner-mutex, reentrant-mutex, test-and-set, counter, set, fifo-queue,"
                + " unordered-queue, stack, append-list, key-value");
  }
}
