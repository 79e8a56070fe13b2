package io.quorate.checker.search;

import io.quorate.checker.Access;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations on one register, each as a kind and the numbers of the values it sees and leaves.
 *
 * <p>A compare-and-set that leaves what it found is a read, an unknown one is nothing.
 */
public final class RegisterOperations {
  /** What an operation does. */
  public enum Kind {
    /** See {@link Access.Read}. */
    READ,
    /** See {@link Access.Write}. */
    WRITE,
    /** See {@link Access.Cas}. */
    CAS,
    /** See {@link Access.Differs}. */
    DIFFERS,
    /** See {@link Access.Nothing}. */
    NOTHING
  }

  /** In place of a value where there is none. */
  public static final int NONE = -1;

  /** The number of the value that {@linkplain #telling is told}, where all others are one. */
  public static final int TOLD = 0;

  private final Operations operations;
  private final Kind[] kind;
  private final int[] sees;
  private final int[] leaves;
  private final int initial;
  private final Map<Value, Integer> numbers;
  private final List<Value> values;

  /** Reads {@code operations} by {@code model}. */
  public RegisterOperations(Operations operations, RegisterModel model) {
    this.operations = operations;
    this.numbers = new HashMap<>();
    this.values = new ArrayList<>();
    int n = operations.size();
    kind = new Kind[n];
    sees = new int[n];
    leaves = new int[n];
    initial = number(model.initial());
    for (int i = 0; i < n; i++) {
      boolean known = operations.end(i) != Operations.OPEN;
      switch (model.access(operations.call(i))) {
        case Access.Read read -> set(i, Kind.READ, number(read.value()), NONE);
        case Access.Write write -> set(i, Kind.WRITE, NONE, number(write.value()));
        case Access.Cas cas -> setCas(i, number(cas.from()), number(cas.to()), known);
        case Access.Differs differs -> set(i, Kind.DIFFERS, number(differs.value()), NONE);
        case Access.Nothing nothing -> set(i, Kind.NOTHING, NONE, NONE);
      }
    }
  }

  private RegisterOperations(RegisterOperations all, int[] kept) {
    operations = all.operations.only(kept);
    numbers = all.numbers;
    values = all.values;
    initial = all.initial;
    kind = new Kind[kept.length];
    sees = new int[kept.length];
    leaves = new int[kept.length];
    for (int k = 0; k < kept.length; k++) {
      set(k, all.kind[kept[k]], all.sees[kept[k]], all.leaves[kept[k]]);
    }
  }

  /**
   * The same operations on a register that is asked less of; values are not those numbered above.
   */
  RegisterOperations(
      Operations operations,
      Kind[] kind,
      int[] sees,
      int[] leaves,
      int initial,
      List<Value> values) {
    this.operations = operations;
    this.kind = kind;
    this.sees = sees;
    this.leaves = leaves;
    this.initial = initial;
    this.values = values;
    this.numbers = Map.of();
  }

  /**
   * Returns the same operations on a register that only tells whether it holds {@code value}, which
   * is number {@link #TOLD} there. If they have no order, these have none; the other way round it
   * is not so.
   *
   * @param selection which of them will be asked about, together with which the result is to be
   *     used
   */
  public RegisterOperations telling(int value, Selection selection) {
    return OneValue.of(this, value, selection);
  }

  /** Returns those numbered {@code kept}, ascending, by themselves; values keep their numbers. */
  public RegisterOperations only(int[] kept) {
    return new RegisterOperations(this, kept);
  }

  private void setCas(int i, int from, int to, boolean known) {
    if (from != to) {
      set(i, Kind.CAS, from, to);
    } else if (known) {
      set(i, Kind.READ, from, NONE);
    } else {
      set(i, Kind.NOTHING, NONE, NONE);
    }
  }

  private void set(int i, Kind what, int seen, int left) {
    kind[i] = what;
    sees[i] = seen;
    leaves[i] = left;
  }

  private int number(Value value) {
    Integer known = numbers.putIfAbsent(value, values.size());
    if (known != null) {
      return known;
    }
    values.add(value);
    return values.size() - 1;
  }

  /** Returns the operations as recorded. */
  public Operations operations() {
    return operations;
  }

  /** Returns how many there are. */
  public int size() {
    return kind.length;
  }

  /** Returns what operation {@code i} does. */
  public Kind kind(int i) {
    return kind[i];
  }

  /** Returns the value operation {@code i} sees, or is sure not to see, or {@link #NONE}. */
  public int sees(int i) {
    return sees[i];
  }

  /** Returns the value operation {@code i} leaves, or {@link #NONE}. */
  public int leaves(int i) {
    return leaves[i];
  }

  /** Whether operation {@code i} returned, so that what it saw is a fact. */
  public boolean returned(int i) {
    return operations.end(i) != Operations.OPEN;
  }

  /** Whether operation {@code i} returned and says something about the value it met. */
  public boolean observes(int i) {
    return returned(i) && sees[i] != NONE;
  }

  /** Whether operation {@code i} returned and surely left a value. */
  public boolean surelyWrites(int i) {
    return returned(i) && leaves[i] != NONE;
  }

  /** Whether operation {@code i} may have left what {@code observer} saw. */
  public boolean mayHaveWritten(int i, int observer) {
    if (i == observer || leaves[i] == NONE) {
      return false;
    }
    boolean same = leaves[i] == sees[observer];
    return kind[observer] == Kind.DIFFERS ? !same : same;
  }

  /** Returns the number of the value before the first operation. */
  public int initial() {
    return initial;
  }

  /** Returns the number of different values. */
  public int values() {
    return values.size();
  }

  /** Returns the value numbered {@code number}. */
  public Value value(int number) {
    return values.get(number);
  }
}
