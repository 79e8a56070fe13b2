package io.quorate.checker.severity;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every process did, on all keys, as sequences of steps; what never returned stands apart,
 * since it may take effect at any time after the steps before it, or never.
 */
final class Program {
  /**
   * A step.
   *
   * @param row its row in the history
   * @param key the number of its key
   * @param kind what it does
   * @param sees the number of the value it sees, or is sure not to see, over all keys, or {@link
   *     RegisterOperations#NONE}
   * @param leaves the number of the value it leaves, or the same
   */
  record Step(int row, int key, Kind kind, int sees, int leaves) {
    /** Whether it changes nothing. */
    boolean looks() {
      return leaves == RegisterOperations.NONE;
    }
  }

  /**
   * A step of unknown outcome.
   *
   * @param sequence that of its process
   * @param after how many steps of it come before
   */
  record Loose(Step step, int sequence, int after) {}

  private record Recorded(Step step, long process, boolean returned) {}

  private final List<List<Step>> sequences = new ArrayList<>();
  private final List<Loose> loose = new ArrayList<>();
  private final int[] initial;
  private int values;

  Program(History history, List<RegisterOperations> registers) {
    initial = new int[registers.size()];
    List<Recorded> all = new ArrayList<>();
    for (int key = 0; key < initial.length; key++) {
      RegisterOperations register = registers.get(key);
      initial[key] = values + register.initial();
      read(history, register, key, all);
      values += register.values();
    }
    all.sort(Comparator.comparingInt(recorded -> recorded.step.row));
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    for (Recorded one : all) {
      int number = numbers.computeIfAbsent(one.process, process -> numbers.size());
      if (number == sequences.size()) {
        sequences.add(new ArrayList<>());
      }
      if (one.returned) {
        sequences.get(number).add(one.step);
      } else {
        loose.add(new Loose(one.step, number, sequences.get(number).size()));
      }
    }
  }

  private void read(History history, RegisterOperations register, int key, List<Recorded> all) {
    Operations operations = register.operations();
    for (int i = 0; i < register.size(); i++) {
      if (register.kind(i) != Kind.NOTHING) {
        int row = operations.row(i);
        Step step =
            new Step(
                row, key, register.kind(i), number(register.sees(i)), number(register.leaves(i)));
        all.add(new Recorded(step, history.operation(row).process(), register.returned(i)));
      }
    }
  }

  private int number(int value) {
    return value == RegisterOperations.NONE ? value : values + value;
  }

  /** What returned, for each process in its order. */
  List<List<Step>> sequences() {
    return sequences;
  }

  List<Loose> loose() {
    return loose;
  }

  /** The number of the value each key holds at first. */
  int[] initial() {
    return initial.clone();
  }

  /** How many different values there are on all keys, each key's its own. */
  int values() {
    return values;
  }
}
