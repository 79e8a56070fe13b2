package io.quorate.checker.search;

import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.List;

/**
 * The operations on a register as on one that only tells whether it holds a certain value: all the
 * others look the same. Every order of the operations is an order of these, so where these have
 * none, there is none; they are far fewer states to search.
 *
 * <ul>
 *   <li>A compare-and-set from one of the others to another one is a read of "another".
 *   <li>Being sure that the value is not the certain one is the same read; being sure that it is
 *       not one of the others says nothing.
 *   <li>A compare-and-set of unknown outcome counts as a write: where it took effect, it left what
 *       the write leaves. So there are only two kinds of unknown outcome to count.
 * </ul>
 */
final class OneValue {
  private static final int CERTAIN = RegisterOperations.TOLD;
  private static final int ANOTHER = 1;

  private final RegisterOperations all;
  private final int value;
  private final Kind[] kind;
  private final int[] sees;
  private final int[] leaves;

  private OneValue(RegisterOperations all, int value) {
    this.all = all;
    this.value = value;
    this.kind = new Kind[all.size()];
    this.sees = new int[all.size()];
    this.leaves = new int[all.size()];
  }

  /**
   * The operations of {@code all}, by their numbers, on a register that only tells {@code value}.
   *
   * @param selection which of them will be asked about: what is weakened there is a write here
   */
  static RegisterOperations of(RegisterOperations all, int value, Selection selection) {
    OneValue made = new OneValue(all, value);
    for (int i = 0; i < all.size(); i++) {
      made.translate(i, selection);
    }
    int another = value == 0 ? Math.min(1, all.values() - 1) : 0;
    return new RegisterOperations(
        all.operations(),
        made.kind,
        made.sees,
        made.leaves,
        made.seen(all.initial()),
        List.of(all.value(value), all.value(another)));
  }

  private int seen(int number) {
    if (number == RegisterOperations.NONE) {
      return number;
    }
    return number == value ? CERTAIN : ANOTHER;
  }

  private void translate(int i, Selection selection) {
    int from = seen(all.sees(i));
    int to = seen(all.leaves(i));
    boolean known = all.operations().end(i) <= selection.horizon();
    switch (all.kind(i)) {
      case READ -> set(i, Kind.READ, from, RegisterOperations.NONE);
      case WRITE -> set(i, Kind.WRITE, RegisterOperations.NONE, to);
      case CAS -> {
        if (selection.weakened(i) || (!known && from != to)) {
          set(i, Kind.WRITE, RegisterOperations.NONE, to);
        } else if (from != to) {
          set(i, Kind.CAS, from, to);
        } else {
          set(i, Kind.READ, from, RegisterOperations.NONE);
        }
      }
      case DIFFERS -> {
        boolean tells = from == CERTAIN;
        int seen = tells ? ANOTHER : RegisterOperations.NONE;
        set(i, tells ? Kind.READ : Kind.NOTHING, seen, RegisterOperations.NONE);
      }
      case NOTHING -> set(i, Kind.NOTHING, RegisterOperations.NONE, RegisterOperations.NONE);
    }
  }

  private void set(int i, Kind what, int seen, int left) {
    kind[i] = what;
    sees[i] = seen;
    leaves[i] = left;
  }
}
