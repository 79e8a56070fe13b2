package io.quorate.checker;

import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replays a linearization order against a model; it shares no code with any search. */
public final class Certificate {
  private Certificate() {}

  /**
   * Returns what is wrong with {@code order} as a proof that {@code key} is linearizable, or empty.
   *
   * @param order rows of {@code history}, see {@link Verdict.Linearizable#order}
   */
  public static <S> Optional<String> verify(
      History history,
      Model<S> model,
      FailedCas failedCas,
      @Nullable String key,
      List<Integer> order) {
    Set<Integer> placed = new HashSet<>();
    Set<S> states = new LinkedHashSet<>();
    states.add(model.initial());
    long latestInvocation = Long.MIN_VALUE;
    for (int row : order) {
      Operation operation = history.operation(row);
      Call.Answer answer = answer(operation, failedCas);
      if (answer == null || !placed.add(row) || !ofKey(operation, key)) {
        return Optional.of("operation " + row + " does not belong into the order");
      }
      if (operation.returnOrder() < latestInvocation) {
        return Optional.of("operation " + row + " comes after one invoked after its return");
      }
      latestInvocation = Math.max(latestInvocation, operation.invokeOrder());
      Call call = model.call(operation, answer);
      Set<S> next = new LinkedHashSet<>();
      states.forEach(state -> next.addAll(model.step(state, call)));
      if (next.isEmpty()) {
        return Optional.of("operation " + row + " is not allowed in " + states);
      }
      states = next;
    }
    return missing(history, failedCas, key, placed);
  }

  private static Optional<String> missing(
      History history, FailedCas failedCas, @Nullable String key, Set<Integer> placed) {
    for (int row = 0; row < history.size(); row++) {
      Call.Answer answer = answer(history.operation(row), failedCas);
      boolean owed = answer != null && !(answer instanceof Call.Unknown);
      if (owed && ofKey(history.operation(row), key) && !placed.contains(row)) {
        return Optional.of("operation " + row + " returned and is missing in the order");
      }
    }
    return Optional.empty();
  }

  private static boolean ofKey(Operation operation, @Nullable String key) {
    return Objects.equals(operation.invocation().key(), key);
  }

  private static Call.@Nullable Answer answer(Operation operation, FailedCas failedCas) {
    return switch (operation.completion()) {
      case Completion.Ok ok -> new Call.Returned(ok.output());
      case Completion.Info info -> Call.UNKNOWN;
      case Completion.Fail fail ->
          failedCas == FailedCas.OBSERVE
                  && operation.invocation().function().equals("cas")
                  && fail.error().equals(Completion.Fail.MISMATCH)
              ? Call.REFUSED
              : null;
    };
  }
}
