package io.quorate.checker.search;

import io.quorate.checker.Call;
import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operations on one object, in the order of invocation, as columns: what a search starts from.
 *
 * <p>An operation that surely did not happen is not among them; one of unknown outcome has no end.
 */
public final class Operations {
  /** The end of an operation of unknown outcome. */
  public static final long OPEN = Operation.OPEN;

  /** Memory an operation takes in these columns and in the tables made of them, estimated. */
  static final long BYTES = 160;

  private final @Nullable String key;
  private final List<Call> calls = new ArrayList<>();
  private int[] row = new int[8];
  private long[] invoke = new long[8];
  private long[] end = new long[8];

  private Operations(@Nullable String key) {
    this.key = key;
  }

  /** Splits {@code history} by key, in the order in which the keys first occur. */
  public static List<Operations> split(History history, FailedCas failedCas) {
    return split(history, failedCas, Call::of);
  }

  /** Does so, {@code form} saying what an operation asks of the object. */
  public static List<Operations> split(
      History history, FailedCas failedCas, BiFunction<Operation, Call.Answer, Call> form) {
    Map<@Nullable String, Operations> byKey = new LinkedHashMap<>();
    for (int i = 0; i < history.size(); i++) {
      Operation operation = history.operation(i);
      Call.Answer answer = answer(operation, failedCas);
      if (answer != null) {
        byKey
            .computeIfAbsent(operation.invocation().key(), Operations::new)
            .add(i, operation, form.apply(operation, answer));
      }
    }
    return List.copyOf(byKey.values());
  }

  private static Call.@Nullable Answer answer(Operation operation, FailedCas failedCas) {
    return switch (operation.completion()) {
      case Completion.Ok ok -> new Call.Returned(ok.output());
      case Completion.Info info -> Call.UNKNOWN;
      case Completion.Fail fail -> {
        boolean observed =
            failedCas == FailedCas.OBSERVE
                && fail.error().equals(Completion.Fail.MISMATCH)
                && operation.invocation().function().equals("cas");
        yield observed ? Call.REFUSED : null;
      }
    };
  }

  private void add(int index, Operation operation, Call call) {
    int n = calls.size();
    if (n == row.length) {
      row = Arrays.copyOf(row, 2 * n);
      invoke = Arrays.copyOf(invoke, 2 * n);
      end = Arrays.copyOf(end, 2 * n);
    }
    row[n] = index;
    invoke[n] = operation.invokeOrder();
    end[n] = call.answer() instanceof Call.Unknown ? OPEN : operation.returnOrder();
    calls.add(call);
  }

  /** Returns those numbered {@code kept}, ascending, by themselves. */
  Operations only(int[] kept) {
    Operations some = new Operations(key);
    some.row = new int[kept.length];
    some.invoke = new long[kept.length];
    some.end = new long[kept.length];
    for (int k = 0; k < kept.length; k++) {
      some.row[k] = row[kept[k]];
      some.invoke[k] = invoke[kept[k]];
      some.end[k] = end[kept[k]];
      some.calls.add(calls.get(kept[k]));
    }
    return some;
  }

  /** Returns the key, or null where the history has only one object. */
  public @Nullable String key() {
    return key;
  }

  /** Returns how many there are. */
  public int size() {
    return calls.size();
  }

  /** Returns operation {@code i}'s row in the history. */
  public int row(int i) {
    return row[i];
  }

  /** Returns what operation {@code i} asked and was answered. */
  public Call call(int i) {
    return calls.get(i);
  }

  /** Returns the order number of operation {@code i}'s invocation. */
  public long invoke(int i) {
    return invoke[i];
  }

  /** Returns the order number of operation {@code i}'s return, {@link #OPEN} when unknown. */
  public long end(int i) {
    return end[i];
  }

  /** Returns the estimated memory of a search's tables for all of them, in bytes. */
  public long bytes() {
    return BYTES * size();
  }
}
