package io.quorate.checker;

import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replays linearization orders of one history's keys against a model; it shares no code with any
 * search. What it does for a key takes time for that key's operations alone.
 *
 * @param <S> the model's states
 */
public final class Replayer<S> {
  private final History history;
  private final Model<S> model;
  private final FailedCas failedCas;
  private final Map<@Nullable String, int[]> rows = new HashMap<>();

  /** Replays orders of {@code history}, every row of which is looked at once, here. */
  public Replayer(History history, Model<S> model, FailedCas failedCas) {
    this.history = history;
    this.model = model;
    this.failedCas = failedCas;
    int[][] byKey = history.rowsByKey();
    for (int key = 0; key < byKey.length; key++) {
      rows.put(history.columns().key(key), byKey[key]);
    }
  }

  /** Does what {@link Certificate#verify} does for one key. */
  public Optional<String> wrong(@Nullable String key, List<Integer> order) {
    Set<Integer> placed = new HashSet<>();
    Set<S> states = new LinkedHashSet<>();
    states.add(model.initial());
    long latestInvocation = Long.MIN_VALUE;
    for (int row : order) {
      Operation operation = history.operation(row);
      Call.Answer answer = answer(operation);
      boolean ofKey = Objects.equals(operation.invocation().key(), key);
      if (answer == null || !placed.add(row) || !ofKey) {
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
    return missing(key, placed);
  }

  private Optional<String> missing(@Nullable String key, Set<Integer> placed) {
    for (int row : rows.getOrDefault(key, new int[0])) {
      Call.Answer answer = answer(history.operation(row));
      boolean owed = answer != null && !(answer instanceof Call.Unknown);
      if (owed && !placed.contains(row)) {
        return Optional.of("operation " + row + " returned and is missing in the order");
      }
    }
    return Optional.empty();
  }

  private Call.@Nullable Answer answer(Operation operation) {
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
