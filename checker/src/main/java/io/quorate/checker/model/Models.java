package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.RegisterModel;
import java.util.List;

/** The models that come with the checker. */
public final class Models {
  private static final List<Model<?>> ALL =
      List.of(new Register(), new CasRegister(), new Mutex(), new TestAndSet());

  private Models() {}

  /** Returns the names {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().<String>map(Model::name).toList();
  }

  /**
   * Returns the model called {@code name}.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Model<?> named(String name) {
    return ALL.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no model is called \"" + name + "\"; known are " + String.join(", ", names())));
  }

  /** Returns a register: {@code read}, {@code write}; initially nil. */
  public static RegisterModel register() {
    return new Register();
  }

  /**
   * Returns a register that also knows {@code cas} with the argument {@code [from, to]}; initially
   * nil.
   */
  public static RegisterModel casRegister() {
    return new CasRegister();
  }

  /** Returns a lock without owner: {@code acquire}, {@code release}; initially free. */
  public static RegisterModel mutex() {
    return new Mutex();
  }

  /**
   * Returns a bit: {@code test-and-set} returns what it was, 0 for the winner or 1, and leaves it
   * 1; {@code read}; {@code reset} makes it 0; initially 0.
   */
  public static RegisterModel testAndSet() {
    return new TestAndSet();
  }

  static IllegalArgumentException unknown(String model, String functions, Call call) {
    return new IllegalArgumentException(
        "a "
            + model
            + " knows "
            + functions
            + ", not \""
            + call.function()
            + "\" with argument "
            + call.argument());
  }
}
