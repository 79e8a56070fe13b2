package io.quorate.checker.zones;

import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Collects the operations that show which condition is broken: of each value involved the writer,
 * the operation that returned first and the one invoked last; of a chain everything between.
 */
final class Witness {
  private final Clusters clusters;
  private final RegisterOperations register;
  private final Selection set;

  Witness(Clusters clusters) {
    this.clusters = clusters;
    this.register = clusters.register();
    this.set = Selection.none(register.size());
  }

  /** Returns the operations of the first broken condition, or null when all hold. */
  @Nullable Selection of(Blocks blocks, int[] sorted) {
    if (flawed() || chainBroken(blocks)) {
      return set;
    }
    int[] conflict = blocks.conflict(sorted);
    if (conflict == null) {
      return null;
    }
    for (int block : conflict) {
      span(blocks.returnedAt(block), blocks.invokedAt(block));
    }
    return set;
  }

  private boolean flawed() {
    if (clusters.early() != Clusters.NONE) {
      set.keep(clusters.early());
    }
    if (clusters.unwritten() != Clusters.NONE) {
      use(clusters.unwritten());
    }
    int second = clusters.secondUser();
    if (second != Clusters.NONE) {
      writerOf(register.sees(second));
      use(clusters.writer[clusters.next[register.sees(second)]]);
      use(second);
    }
    return set.count() > 0;
  }

  /** Keeps {@code i} and, when it is of unknown outcome, what shows that it took effect. */
  private void use(int i) {
    set.keep(i);
    if (register.leaves(i) != Clusters.NONE) {
      forward(register.leaves(i));
    }
  }

  private boolean chainBroken(Blocks blocks) {
    if (blocks.laterValue() != Clusters.NONE) {
      span(blocks.earlierValue(), blocks.laterValue());
      return true;
    }
    if (blocks.circular()) {
      ring();
      return true;
    }
    return false;
  }

  /** Keeps every compare-and-set of every ring. */
  private void ring() {
    boolean[] chained = new boolean[register.values()];
    for (int value = 0; value < chained.length; value++) {
      for (int v = clusters.begins(value) ? value : Clusters.NONE;
          v != Clusters.NONE;
          v = clusters.next[v]) {
        chained[v] = true;
      }
    }
    for (int value = 0; value < chained.length; value++) {
      if (clusters.present(value) && !chained[value]) {
        use(clusters.writer[value]);
      }
    }
  }

  /** Keeps the part of a chain between two of its values, whichever comes first. */
  private void span(int one, int other) {
    int first = reaches(one, other) ? one : other;
    int last = first == one ? other : one;
    writerOf(first);
    for (int value = first; value != last; value = clusters.next[value]) {
      set.keep(clusters.writer[clusters.next[value]]);
    }
    ends(one);
    ends(other);
    forward(last);
  }

  private boolean reaches(int from, int to) {
    int value = from;
    while (value != Clusters.NONE && value != to) {
      value = clusters.next[value];
    }
    return value == to;
  }

  private void ends(int value) {
    keepUnlessThere(clusters.firstReturned(value));
    keepUnlessThere(clusters.lastInvoked(value));
  }

  private void keepUnlessThere(int i) {
    if (i != Clusters.NONE && !set.has(i)) {
      set.keep(i);
    }
  }

  private void writerOf(int value) {
    int writer = clusters.writer[value];
    if (writer == Clusters.NONE || set.has(writer)) {
      return;
    }
    if (register.kind(writer) == Kind.CAS) {
      set.weaken(writer);
    } else {
      set.keep(writer);
    }
  }

  /** Keeps what follows {@code value} until something returned, and so shows it was there. */
  private void forward(int value) {
    int v = value;
    while (Blocks.never(clusters.earliestReturn(v))
        && clusters.next[v] != Clusters.NONE
        && !set.has(clusters.writer[clusters.next[v]])) {
      v = clusters.next[v];
      set.keep(clusters.writer[v]);
    }
    keepUnlessThere(clusters.firstReturned(v));
  }
}
