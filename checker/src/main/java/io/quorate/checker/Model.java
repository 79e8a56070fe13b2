package io.quorate.checker;

import io.quorate.history.Operation;
import java.util.List;

/**
 * A sequential specification: what one object does when its calls come one after another.
 *
 * <p>The checker calls {@link #step} once for each pair of a state and a call that occurs, from one
 * thread at a time for each key. A model holds no mutable state of its own.
 *
 * @param <S> state of the object: immutable, with {@code equals} and {@code hashCode} by value
 */
public interface Model<S> {
  /** Returns the name it is known by: {@code cas-register}, {@code mutex}, ... */
  String name();

  /** Returns the state before the first call. */
  S initial();

  /**
   * Returns the states the object may be in after {@code call}, in a fixed order.
   *
   * <p>Empty: the object in {@code state} cannot have answered so. More than one: the object is not
   * deterministic. A call whose answer is {@link Call.Unknown} is only asked about in the case that
   * it took effect.
   *
   * @throws IllegalArgumentException when no object of this kind knows the function or argument
   */
  List<S> step(S state, Call call);

  /**
   * Whether {@code call} leaves every state that allows it as it is. Such calls are placed as soon
   * as they fit, and forgotten when their answer is unknown; {@code false} is always correct.
   */
  default boolean pure(Call call) {
    return false;
  }

  /**
   * Returns what {@code operation}, answered so, asks of the object. An object that tells its
   * clients apart, as a lock with an owner does, puts the process into the argument.
   */
  default Call call(Operation operation, Call.Answer answer) {
    return Call.of(operation, answer);
  }

  /** Returns what {@code state} takes in memory, in bytes, estimated: the budget counts it. */
  default long bytes(S state) {
    return 512;
  }

  /**
   * Returns a model for a history of exactly {@code steps}: one that may refuse at once what no
   * order of them leads on from, and else agrees with this one. It spares a search what the object
   * itself would only show much later; {@code this} is always correct.
   */
  default Model<S> knowing(List<Step> steps) {
    return this;
  }

  /**
   * A call of a history with its interval.
   *
   * @param call what was asked and answered
   * @param invoke order number of the invocation
   * @param end order number of the return, {@code Long.MAX_VALUE} where the answer is unknown
   */
  record Step(Call call, long invoke, long end) {}
}
