package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.Optional;

/** What queues and stacks have in common: something is put in, and taken out, or there is none. */
final class Removal {
  private static final Call.Answer NOTHING = new Call.Returned(Value.NIL);

  private Removal() {}

  /**
   * Returns whether a removal takes {@code next}, the item of {@code size} that comes out next, or
   * finds nothing; empty where it cannot have answered so.
   */
  static Optional<Boolean> next(int size, Value next, Call.Answer answer) {
    if (size == 0) {
      return answer instanceof Call.Returned && !answer.equals(NOTHING)
          ? Optional.empty()
          : Optional.of(false);
    }
    return answer instanceof Call.Returned(Value said) && !said.equals(next)
        ? Optional.empty()
        : Optional.of(true);
  }

  /** Returns what is put in; nil says that there is nothing, and cannot be. */
  static Value item(Model<?> model, Call call) {
    if (call.argument().equals(Value.NIL)) {
      throw Models.unknown(model.name(), call.function() + " of something", call);
    }
    return call.argument();
  }

  /** Whether {@code call} is a removal that found nothing. */
  static boolean ofNothing(String function, Call call) {
    return call.function().equals(function) && call.answer().equals(NOTHING);
  }
}
