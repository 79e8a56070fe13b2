package io.quorate.checker.lazy;

import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import java.util.Arrays;

/**
 * Which operations can matter. One of unknown outcome that writes what no operation that returned
 * sees, nor an unknown compare-and-set that matters itself, can be taken out of any order: until
 * the next write nobody looks. Not when somebody is sure that the value differs from something.
 */
final class Needed {
  private final RegisterOperations register;
  private final Selection selection;
  private final int[] members;
  private int size;

  Needed(RegisterOperations register, Selection selection) {
    this.register = register;
    this.selection = selection;
    this.members = new int[register.size()];
    boolean differs = false;
    for (int i = 0; i < register.size(); i++) {
      if (selection.has(i) && register.operations().invoke(i) <= selection.horizon() && says(i)) {
        members[size++] = i;
        differs |= register.kind(i) == Kind.DIFFERS;
      }
    }
    if (!differs) {
      forget();
    }
  }

  int[] members() {
    return Arrays.copyOf(members, size);
  }

  private boolean unknown(int i) {
    return register.operations().end(i) > selection.horizon();
  }

  private boolean says(int i) {
    boolean writes = register.leaves(i) != RegisterOperations.NONE;
    boolean sees = register.sees(i) != RegisterOperations.NONE;
    return writes || (sees && !unknown(i) && !selection.weakened(i));
  }

  private boolean sees(int i) {
    return !selection.weakened(i) && register.sees(i) != RegisterOperations.NONE;
  }

  private void forget() {
    boolean[] wanted = new boolean[register.values()];
    for (int k = 0; k < size; k++) {
      if (!unknown(members[k]) && sees(members[k])) {
        wanted[register.sees(members[k])] = true;
      }
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int k = size - 1; k >= 0; k--) {
        int i = members[k];
        boolean needed = unknown(i) && sees(i) && wanted[register.leaves(i)];
        if (needed && !wanted[register.sees(i)]) {
          wanted[register.sees(i)] = true;
          changed = true;
        }
      }
    }
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (!unknown(members[k]) || wanted[register.leaves(members[k])]) {
        members[kept++] = members[k];
      }
    }
    size = kept;
  }
}
