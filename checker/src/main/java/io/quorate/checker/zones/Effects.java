package io.quorate.checker.zones;

import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;

/**
 * Which operations changed the register, as far as it matters.
 *
 * <p>Whatever returned did. An unknown one did when somebody observed what it left: an operation
 * that returned, or an unknown compare-and-set that was itself observed. That is a fixed point,
 * reached from the observers that returned, towards the beginnings of the chains; what it does not
 * reach may be taken out of any legal order.
 */
final class Effects {
  private static final int NONE = RegisterOperations.NONE;

  private final RegisterOperations register;
  private final boolean[] observed;

  Effects(RegisterOperations register) {
    this.register = register;
    this.observed = new boolean[register.values()];
    int[] unknown = new int[register.values()];
    int[] another = new int[register.size()];
    Arrays.fill(unknown, NONE);
    int[] open = new int[register.values()];
    int size = 0;
    for (int i = 0; i < register.size(); i++) {
      if (sure(i)) {
        size = observe(register.sees(i), open, size);
      } else if (register.kind(i) == Kind.CAS) {
        another[i] = unknown[register.leaves(i)];
        unknown[register.leaves(i)] = i;
      }
    }
    while (size > 0) {
      for (int i = unknown[open[--size]]; i != NONE; i = another[i]) {
        size = observe(register.sees(i), open, size);
      }
    }
  }

  private boolean sure(int i) {
    return register.observes(i) && register.kind(i) != Kind.DIFFERS;
  }

  private int observe(int value, int[] open, int size) {
    if (observed[value]) {
      return size;
    }
    observed[value] = true;
    open[size] = value;
    return size + 1;
  }

  /** Whether operation {@code i} surely left its value, or must have. */
  boolean effective(int i) {
    int left = register.leaves(i);
    return left != NONE && (register.returned(i) || observed[left]);
  }

  /** Whether operation {@code i} says which value it met. */
  boolean sees(int i) {
    return sure(i) || (register.kind(i) == Kind.CAS && effective(i));
  }
}
