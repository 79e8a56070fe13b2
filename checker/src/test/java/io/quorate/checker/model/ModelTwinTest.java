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
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.Problem;
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

    boolean found = seed % 5 == 0 ? throughTheDoor(model, history, seed) : searched(model, history);

    if (found != legal) {
      throw new AssertionError(model.name() + " seed " + seed + " is legal: " + legal);
    }
    return legal ? 0 : 1;
  }

  /** The search alone, without what the checker says of a violation, which takes longest. */
  private static <S> boolean searched(Model<S> model, History history) {
    for (Operations all : Operations.split(history, FailedCas.IGNORE, model::call)) {
      Memory memory = new Memory(64L << 20);
      Problem problem = Problem.of(all, model, Operations.OPEN - 1, memory);
      Deadline deadline = Deadline.afterSteps(1_000_000);
      if (DepthFirst.search(problem, deadline, memory).outcome() != DepthFirst.Outcome.LEGAL) {
        return false;
      }
    }
    return true;
  }

  private static boolean throughTheDoor(Model<?> model, History history, int seed) {
    Analysis analysis = Checker.check(history, model, OPTIONS);
    for (KeyVerdict key : analysis.keys()) {
      if (key.verdict() instanceof Verdict.Linearizable(List<Integer> order)) {
        Certificate.verify(history, model, FailedCas.IGNORE, null, order)
            .ifPresent(wrong -> {
              throw new AssertionError(model.name() + " seed " + seed + ": " + wrong);
            });
      }
    }
    return analysis.overall().rank() == 0;
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
