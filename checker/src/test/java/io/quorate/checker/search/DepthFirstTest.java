package io.quorate.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Certificate;
import io.quorate.checker.Counterexample;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.DepthFirst.Outcome;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthFirstTest {
  private static final RegisterModel MODEL = Models.casRegister();
  private static final int WRITERS = 100;

  /** What a search takes before its first decision, an operation and besides. */
  private static final long BYTES_AN_ITEM = 64;

  private static final long BYTES_BESIDES = 4096 + 16 * 1024;

  /** 5,050 choices of two integers, and a rank each: room for 64 doubles to 16,384 integers. */
  private static final long CHOICES = 8 * (16_384 - 64);

  /** A hundred decisions: room for 16 doubles to 128 pairs of integers. */
  private static final long DECISIONS = 8 * (128 - 16);

  /** What returns later and writes nothing says nothing yet. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theOrderThatCameFarthestExplainsAllThatReturnedBefore(boolean lookahead) {
    int illegal = 0;
    for (int seed = 0; seed < 4000; seed++) {
      RandomHistory shape = new RandomHistory(5 + seed % 8, 4, 3, 0.1, 0.15, 0.4);
      History history = shape.draw(MODEL, seed);
      Operations operations = Operations.split(history, FailedCas.OBSERVE).getFirst();
      DepthFirst.Result result = search(operations, lookahead, new Memory(1 << 20));
      if (result.outcome() == Outcome.ILLEGAL) {
        illegal++;
        long moment = operations.end(result.waitingFor());
        RegisterOperations register = new RegisterOperations(operations, MODEL);
        List<Integer> rows =
            Arrays.stream(result.order())
                .filter(i -> operations.end(i) < moment || register.leaves(i) >= 0)
                .map(operations::row)
                .boxed()
                .toList();

        History passed = before(history, moment);

        assertThat(Certificate.verify(passed, MODEL, FailedCas.OBSERVE, null, rows))
            .as("seed %d", seed)
            .isEmpty();
        assertThat(result.states()).isNotEmpty().doesNotHaveDuplicates();
      }
    }
    assertThat(illegal).isGreaterThan(500);
  }

  private static DepthFirst.Result search(Operations operations, boolean lookahead, Memory memory) {
    RegisterOperations register = new RegisterOperations(operations, MODEL);
    Problem problem = RegisterProblem.of(register, Selection.all(register.size()), lookahead);
    return DepthFirst.search(problem, Deadline.afterSteps(100_000), memory);
  }

  /** The events of {@code history} before {@code moment}; what is open there stays open. */
  private static History before(History history, long moment) {
    History.Builder builder = History.builder(history.header());
    for (long order = 0; order < moment; order++) {
      for (Operation operation : history.operations()) {
        if (operation.invokeOrder() == order) {
          builder.add(order, invoked(operation.process(), order, operation.invocation()));
        } else if (operation.returnOrder() == order) {
          builder.add(
              order, new Entry.Completed(order, operation.process(), operation.completion(), null));
        }
      }
    }
    return builder.build();
  }

  private static Entry invoked(long process, long nanos, Invocation invocation) {
    return new Entry.Invoked(nanos, nanos, process, invocation, null);
  }

  /** Any of twenty values may be there when a read of none of them returns. */
  @Test
  void ofTheStatesWhereItIsStuckSixteenAreTold() {
    History.Builder builder =
        History.builder(new Header(1, "cas-register", FailedCas.IGNORE, 0, List.of()));
    for (int p = 0; p < 20; p++) {
      builder.add(invoked(p, p, new Invocation("write", null, Value.of(p))));
    }
    for (int value = 20; value >= 0; value--) {
      builder.add(invoked(20, 0, new Invocation("read", null, Value.NIL)));
      builder.add(new Entry.Completed(0, 20, new Completion.Ok(Value.of(value)), null));
    }
    Operations operations = Operations.split(builder.build(), FailedCas.IGNORE).getFirst();

    DepthFirst.Result result = search(operations, false, new Memory(1 << 20));

    assertThat(result.waitingFor()).isEqualTo(20);
    assertThat(result.states()).hasSize(Counterexample.MAX_STATES).doesNotHaveDuplicates();
  }

  /** Many writes at once, each read later: many choices, and many decisions under way. */
  private static Operations manyChoices() {
    History.Builder builder =
        History.builder(new Header(1, "cas-register", FailedCas.IGNORE, 0, List.of()));
    for (int p = 0; p < WRITERS; p++) {
      builder.add(invoked(p, p, new Invocation("write", null, Value.of(p))));
    }
    for (int p = WRITERS - 1; p >= 0; p--) {
      builder.add(invoked(WRITERS, 0, new Invocation("read", null, Value.NIL)));
      builder.add(new Entry.Completed(0, WRITERS, new Completion.Ok(Value.of(p)), null));
    }
    for (int p = 0; p < WRITERS; p++) {
      builder.add(new Entry.Completed(0, p, new Completion.Ok(Value.NIL), null));
    }
    return Operations.split(builder.build(), FailedCas.IGNORE).getFirst();
  }

  @Test
  void whereMemoryIsShortSomethingMayBeLeftUntriedAndThenNothingIsSaid() {
    Operations operations = manyChoices();
    long least = BYTES_AN_ITEM * operations.size() + BYTES_BESIDES;
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    for (long limit = least; limit < least + 200_000; limit += limit < least + 4_000 ? 64 : 4_000) {
      seen.add(search(operations, true, new Memory(limit)).outcome());
    }
    assertThat(seen).containsExactlyInAnyOrder(Outcome.LEGAL, Outcome.OUT_OF_MEMORY);
  }

  @Test
  void choicesAndDecisionsAreAccountedFor() {
    Operations operations = manyChoices();
    Memory memory = new Memory(1L << 30);

    DepthFirst.Result result = search(operations, true, memory);

    long choices = memory.peak() - BYTES_AN_ITEM * operations.size() - BYTES_BESIDES;
    assertThat(result.outcome()).isEqualTo(Outcome.LEGAL);
    assertThat(choices).isEqualTo(CHOICES + DECISIONS);
  }
}
