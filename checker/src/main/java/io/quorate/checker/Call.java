package io.quorate.checker;

import io.quorate.history.Operation;
import io.quorate.history.Value;

/**
 * What a model is asked to explain: a function with its argument, and what came back.
 *
 * @param function {@code read}, {@code write}, {@code cas}, ...
 * @param argument what was passed, nil where there is nothing
 * @param answer what the client knows of the result
 */
public record Call(String function, Value argument, Answer answer) {
  /** What came back, as far as the client knows. */
  public sealed interface Answer {}

  /** It took effect and returned {@code output}. */
  public record Returned(Value output) implements Answer {}

  /** It was executed and refused without an effect: a cas that met another value. */
  public record Refused() implements Answer {}

  /** Nobody knows; where the model lets it take effect, any output is possible. */
  public record Unknown() implements Answer {}

  /** The answer nobody got. */
  public static final Answer UNKNOWN = new Unknown();

  /** The answer "the value differed". */
  public static final Answer REFUSED = new Refused();

  /** Returns what {@code operation} asks, answered so. */
  public static Call of(Operation operation, Answer answer) {
    return new Call(operation.invocation().function(), operation.invocation().argument(), answer);
  }
}
