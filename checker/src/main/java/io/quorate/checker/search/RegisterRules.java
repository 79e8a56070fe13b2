package io.quorate.checker.search;

import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a register whose values are numbered, with a look ahead.
 *
 * <p>It counts for each value how many operations that return must still see it, and how many may
 * still write it. A move away from a value that is owed to somebody and that nobody can write any
 * more is hopeless; with unique values this leaves next to nothing to try. An operation of unknown
 * outcome whose value nobody left must see or may compare with is pointless, unless somebody must
 * still see that the value <em>differs</em>.
 */
final class RegisterRules implements Rules {
  private final int initial;
  private final boolean lookahead;
  private final Kind[] kind;
  private final int[] sees;
  private final int[] leaves;
  private final int[] owed;
  private final int[] supply;
  private final boolean[] comparedByUnknown;
  private final List<@Nullable Value> names;
  private int differing;

  /**
   * Makes the rules for the given calls.
   *
   * @param names the values by number, null for the one that stands for all nobody can tell apart
   */
  RegisterRules(
      int initial,
      Kind[] kind,
      int[] sees,
      int[] leaves,
      List<@Nullable Value> names,
      boolean lookahead) {
    this.initial = initial;
    this.kind = kind;
    this.sees = sees;
    this.leaves = leaves;
    this.names = names;
    this.lookahead = lookahead;
    this.owed = new int[names.size()];
    this.supply = new int[names.size()];
    this.comparedByUnknown = new boolean[names.size()];
  }

  /** Counts a call that will have to be placed, or may be. */
  void expect(int call, boolean known) {
    undo(call, known);
    if (!known && kind[call] == Kind.CAS) {
      comparedByUnknown[sees[call]] = true;
    }
  }

  @Override
  public int initial() {
    return initial;
  }

  @Override
  public int calls() {
    return kind.length;
  }

  @Override
  public int next(int state, int call, int alternative) {
    if (alternative > 0) {
      return REFUSED;
    }
    return switch (kind[call]) {
      case READ -> sees[call] == state ? state : REFUSED;
      case WRITE -> leaves[call];
      case CAS -> sees[call] == state ? leaves[call] : REFUSED;
      case DIFFERS -> sees[call] == state ? REFUSED : state;
      case NOTHING -> state;
    };
  }

  @Override
  public boolean pure(int call) {
    return leaves[call] == RegisterOperations.NONE;
  }

  @Override
  public void take(int call, boolean known) {
    count(call, known, -1);
  }

  @Override
  public void undo(int call, boolean known) {
    count(call, known, 1);
  }

  private void count(int call, boolean known, int by) {
    if (kind[call] == Kind.DIFFERS) {
      differing += by;
    } else if (known && sees[call] != RegisterOperations.NONE) {
      owed[sees[call]] += by;
    }
    if (leaves[call] != RegisterOperations.NONE) {
      supply[leaves[call]] += by;
    }
  }

  @Override
  public boolean hopeless(int state, int call, int next, boolean known) {
    if (!lookahead || next == state || supply[state] > 0) {
      return false;
    }
    int paid = known && kind[call] == Kind.CAS ? 1 : 0;
    return owed[state] > paid;
  }

  @Override
  public boolean pointless(int call) {
    int left = leaves[call];
    return differing == 0 && owed[left] == 0 && !comparedByUnknown[left];
  }

  @Override
  public boolean exhausted() {
    return false;
  }

  @Override
  public String describe(int state) {
    Value value = names.get(state);
    return value == null ? "a value nobody saw" : value.toString();
  }
}
