package io.quorate.checker.zones;

import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides a register whose effective writes leave distinct values, in O(n log n).
 *
 * <p>A value, its writer and its reads form a cluster, contiguous in any legal order; clusters
 * glued by compare-and-set form a block. There is an order exactly when inside each block the
 * chain's order agrees with real time, for <em>any</em> two of its clusters, and no two blocks must
 * precede each other. See {@code docs/designs/checker-zones.md}; cf. Gibbons and Korach, Testing
 * shared memories (1997), section 4.
 *
 * <p>Operations that are sure a value differed are left out of this: "illegal" is final with them,
 * and "legal" needs an order in which each of them finds a place; see {@link Refusals}.
 */
public final class Zones {
  /** What the zones say. */
  public enum Outcome {
    /** There is an order. */
    LEGAL,
    /** There is no order. */
    ILLEGAL,
    /** No zone is in the way, but the one order looked at leaves some refusal without a place. */
    UNSURE,
    /** Two effective writes leave the same value: nothing is said. */
    REPEATED
  }

  private static final Selection NOTHING = Selection.none(0);

  private final Outcome outcome;
  private final int[] order;
  private final Selection witness;

  private Zones(Outcome outcome, int[] order, Selection witness) {
    this.outcome = outcome;
    this.order = order;
    this.witness = witness;
  }

  /** Judges {@code register}. */
  public static Zones of(RegisterOperations register) {
    Effects effects = new Effects(register);
    Clusters clusters = Clusters.of(register, effects);
    if (clusters == null) {
      return new Zones(Outcome.REPEATED, new int[0], NOTHING);
    }
    Blocks blocks = new Blocks(clusters);
    int[] sorted = blocks.sorted();
    @Nullable Selection witness = new Witness(clusters).of(blocks, sorted);
    if (witness != null) {
      return new Zones(Outcome.ILLEGAL, new int[0], witness);
    }
    int[] order = order(register, effects, clusters, blocks, sorted);
    int @Nullable [] complete =
        hasRefusals(register) ? new Refusals(register, order).place() : order;
    return complete == null
        ? new Zones(Outcome.UNSURE, new int[0], NOTHING)
        : new Zones(Outcome.LEGAL, complete, NOTHING);
  }

  private static boolean hasRefusals(RegisterOperations register) {
    for (int i = 0; i < register.size(); i++) {
      if (register.kind(i) == Kind.DIFFERS) {
        return true;
      }
    }
    return false;
  }

  /** Block after block, cluster after cluster, in each the writer and then its reads as invoked. */
  private static int[] order(
      RegisterOperations register,
      Effects effects,
      Clusters clusters,
      Blocks blocks,
      int[] sorted) {
    int[] place = new int[register.values()];
    int[] order = new int[register.size()];
    int values = 0;
    int[] sequence = new int[register.values()];
    for (int block : sorted) {
      for (int v = blocks.begin(block); v != Clusters.NONE; v = clusters.next[v]) {
        sequence[values++] = v;
      }
    }
    int size = 0;
    int[] members = members(register, effects, clusters);
    for (int k = 0; k < values; k++) {
      place[sequence[k]] = size;
      size += members[sequence[k]];
    }
    for (int value = 0; value < place.length; value++) {
      if (clusters.writer[value] != Clusters.NONE) {
        order[place[value]++] = clusters.writer[value];
      }
    }
    for (int i = 0; i < register.size(); i++) {
      if (reads(register, effects, i)) {
        order[place[register.sees(i)]++] = i;
      }
    }
    return Arrays.copyOf(order, size);
  }

  private static boolean reads(RegisterOperations register, Effects effects, int i) {
    return register.kind(i) == Kind.READ && effects.sees(i);
  }

  private static int[] members(RegisterOperations register, Effects effects, Clusters clusters) {
    int[] members = new int[register.values()];
    for (int value = 0; value < members.length; value++) {
      members[value] = clusters.writer[value] == Clusters.NONE ? 0 : 1;
    }
    for (int i = 0; i < register.size(); i++) {
      if (reads(register, effects, i)) {
        members[register.sees(i)]++;
      }
    }
    return members;
  }

  /** Returns what the zones say. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns a legal order of all that took effect; empty unless legal. */
  public int[] order() {
    return order.clone();
  }

  /**
   * Returns few operations that have no order by themselves, with every writer of what they saw;
   * empty unless illegal.
   */
  public Selection witness() {
    return witness;
  }
}
