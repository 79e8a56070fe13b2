package io.quorate.checker;

import io.quorate.history.Operation;
import java.util.List;

/**
 * Why a key is not linearizable: few of its operations that no order explains, whatever the others
 * did.
 *
 * <p>The set is <em>closed under possible writers</em>: for each value an operation of the set
 * observed, every operation of the key that could have written it is in the set, except those that
 * real time alone rules out: they were invoked after the observer returned, or a kept operation
 * that surely wrote lies wholly between them and the observer. Therefore no such set taken from a
 * linearizable history is ever illegal: restrict the legal order to the set, and every observer
 * still finds its own writer last before it. For models that are no registers the set is every
 * operation invoked before the earliest moment at which no order is left.
 *
 * @param operations the set, in the order of invocation
 * @param sentence what is wrong with it, in words
 * @param leftOut how many possible writers real time ruled out and the set does not show
 * @param prefix rows of the longest order found that explains a prefix of the key's history
 * @param states the states the object may be in after such orders, as text, at most {@link
 *     #MAX_STATES}
 * @param unplaced the operations pending there that returned and could not be placed next
 */
public record Counterexample(
    List<Kept> operations,
    String sentence,
    int leftOut,
    List<Integer> prefix,
    List<String> states,
    List<Operation> unplaced) {
  /** Most states listed. */
  public static final int MAX_STATES = 16;

  /** In place of one that nobody asked for. */
  public static final Counterexample NONE =
      new Counterexample(List.of(), "not asked why", 0, List.of(), List.of(), List.of());

  /** Keeps its own copies. */
  public Counterexample {
    operations = List.copyOf(operations);
    prefix = List.copyOf(prefix);
    states = List.copyOf(states);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * An operation of the set.
   *
   * @param operation as recorded
   * @param weakened whether only what it wrote counts: a cas whose own observation is not needed
   */
  public record Kept(Operation operation, boolean weakened) {}
}
