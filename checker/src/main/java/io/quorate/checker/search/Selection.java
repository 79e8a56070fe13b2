package io.quorate.checker.search;

import java.util.Arrays;

/**
 * Which of a key's operations are looked at: all or some of them, some only as the write they also
 * are, and up to which moment.
 *
 * <p>What is invoked after the {@code horizon} is not there; what returns after it is of unknown
 * outcome. Each prefix of a legal history is legal.
 */
public final class Selection {
  private enum Role {
    ABSENT,
    WEAKENED,
    WHOLE
  }

  private final Role[] role;
  private final long horizon;

  private Selection(Role[] role, long horizon) {
    this.role = role;
    this.horizon = horizon;
  }

  /** Returns the selection of all {@code n} operations. */
  public static Selection all(int n) {
    return until(n, Operations.OPEN - 1);
  }

  /** Returns the selection of the prefix of {@code n} operations up to order number {@code end}. */
  public static Selection until(int n, long end) {
    Role[] role = new Role[n];
    Arrays.fill(role, Role.WHOLE);
    return new Selection(role, end);
  }

  /** Returns the selection of none of {@code n} operations; it is filled with {@link #keep}. */
  public static Selection none(int n) {
    Role[] role = new Role[n];
    Arrays.fill(role, Role.ABSENT);
    return new Selection(role, Operations.OPEN - 1);
  }

  /** Returns a copy of this selection. */
  public Selection copy() {
    return new Selection(role.clone(), horizon);
  }

  /** Takes operation {@code i} in, as it is. */
  public void keep(int i) {
    role[i] = Role.WHOLE;
  }

  /** Takes operation {@code i} in for what it writes only. */
  public void weaken(int i) {
    role[i] = Role.WEAKENED;
  }

  /** Takes operation {@code i} in as {@code other} has it. */
  public void take(int i, Selection other) {
    role[i] = other.role[i];
  }

  /** Leaves operation {@code i} out. */
  public void drop(int i) {
    role[i] = Role.ABSENT;
  }

  /** Whether operation {@code i} is in. */
  public boolean has(int i) {
    return role[i] != Role.ABSENT;
  }

  /** Whether operation {@code i} is in for what it writes only. */
  public boolean weakened(int i) {
    return role[i] == Role.WEAKENED;
  }

  /** Returns the last order number looked at. */
  public long horizon() {
    return horizon;
  }

  /** Returns how many operations are in. */
  public int count() {
    int count = 0;
    for (Role r : role) {
      count += r == Role.ABSENT ? 0 : 1;
    }
    return count;
  }

  /** Returns the operations that are in, ascending. */
  public int[] members() {
    int[] members = new int[count()];
    int size = 0;
    for (int i = 0; i < role.length; i++) {
      if (has(i)) {
        members[size++] = i;
      }
    }
    return members;
  }

  /** Returns this selection as one of the operations {@code members} alone. */
  public Selection within(int[] members) {
    Selection inner = new Selection(new Role[members.length], horizon);
    for (int k = 0; k < members.length; k++) {
      inner.role[k] = role[members[k]];
    }
    return inner;
  }

  /** Returns this selection of {@code members} as one of all {@code n} operations. */
  public Selection among(int n, int[] members) {
    Selection outer = none(n);
    for (int k = 0; k < members.length; k++) {
      outer.role[members[k]] = role[k];
    }
    return outer;
  }
}
