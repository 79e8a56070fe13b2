package io.quorate.checker.power;

import io.quorate.checker.search.Operations;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/** Copies of the operations of one key with some answers changed; intervals stay as they are. */
final class Copy {
  private final History history;
  private final Operations operations;

  /** Two events an operation, in the order they were recorded: twice its number, and one more. */
  private final int[] events;

  Copy(History history, Operations operations) {
    this.history = history;
    this.operations = operations;
    events =
        IntStream.range(0, 2 * operations.size())
            .filter(event -> moment(event) != Operations.OPEN)
            .boxed()
            .sorted(Comparator.comparingLong(this::moment))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private long moment(int event) {
    return event % 2 == 0 ? operations.invoke(event / 2) : operations.end(event / 2);
  }

  /** Returns the copy in which the operations of these rows were answered so. */
  History with(Map<Integer, Completion> answers) {
    History.Builder copy = History.builder(history.header());
    for (int event : events) {
      Operation operation = history.operation(operations.row(event / 2));
      Completion answer = answers.getOrDefault(operation.index(), operation.completion());
      if (event % 2 == 0) {
        copy.add(moment(event), invoked(operation, event / 2));
      } else {
        copy.add(
            moment(event),
            new Entry.Completed(operation.completedNanos(), event / 2, answer, null));
      }
    }
    return copy.build();
  }

  /** Each operation has a process of its own: only what precedes what counts here. */
  private static Entry invoked(Operation operation, int process) {
    long at = operation.invokedNanos();
    return new Entry.Invoked(at, operation.dueNanos(), process, operation.invocation(), null);
  }

  /** Returns whether any answer in {@code answers} is another than it was. */
  boolean differs(Map<Integer, Completion> answers) {
    return answers.entrySet().stream()
        .anyMatch(e -> !history.operation(e.getKey()).completion().equals(e.getValue()));
  }
}
