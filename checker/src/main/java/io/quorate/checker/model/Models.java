package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.RegisterModel;
import io.quorate.history.History;
import io.quorate.history.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models that come with the checker.
 *
 * <p>Where a function changes something and the client is told nothing of it, whatever it returned
 * is not looked at. Each key of a history is an object of its own.
 */
public final class Models {
  private static final List<Model<?>> ALL =
      List.of(
          register(),
          casRegister(),
          new MultiRegister(),
          mutex(),
          new OwnerMutex(),
          new ReentrantMutex(),
          testAndSet(),
          new Counter(),
          new SetOfValues(),
          new FifoQueue(),
          new UnorderedQueue(),
          new Stack(),
          new AppendList(),
          new KeyValue());

  private Models() {}

  /** Returns the names {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().<String>map(Model::name).toList();
  }

  /**
   * Returns the model called {@code name}.
   *
   * @throws IllegalArgumentException when there is none, naming the nearest and those there are
   */
  public static Model<?> named(String name) {
    return ALL.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no model is called \""
                    + name
                    + "\""
                    + Nearest.of(name, names())
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("")
                    + "; known are "
                    + String.join(", ", names())));
  }

  /**
   * Returns the model called {@code name} that holds {@code initial} before the first call.
   *
   * @throws IllegalArgumentException when there is none, or one that is no register
   */
  public static RegisterModel named(String name, Value initial) {
    return switch (name) {
      case "register" -> register(initial);
      case "cas-register" -> casRegister(initial);
      default ->
          throw new IllegalArgumentException(
              "only register and cas-register take an initial value, not " + named(name).name());
    };
  }

  /**
   * Returns the name of the model that what {@code history} asks leaves no choice of: {@code
   * register}, {@code cas-register}, {@code mutex} or {@code key-value}; empty where several would
   * do, as a queue's.
   */
  public static Optional<String> guessed(History history) {
    Set<String> functions = new LinkedHashSet<>();
    for (int row = 0; row < history.size(); row++) {
      functions.add(history.columns().function(history.columns().functionId(row)));
    }
    if (List.of("read", "write").containsAll(functions)) {
      return Optional.of("register");
    } else if (List.of("read", "write", "cas").containsAll(functions)) {
      return Optional.of("cas-register");
    } else if (List.of("acquire", "release").containsAll(functions)) {
      return Optional.of("mutex");
    } else if (List.of("get", "put", "append", "delete").containsAll(functions)) {
      return Optional.of("key-value");
    }
    return Optional.empty();
  }

  /** Returns a register: {@code read}, {@code write}; initially nil. */
  public static RegisterModel register() {
    return register(Value.NIL);
  }

  /** Returns a register that holds {@code initial} before the first call. */
  public static RegisterModel register(Value initial) {
    return new Register(initial);
  }

  /**
   * Returns a register that also knows {@code cas} with the argument {@code [from, to]}; initially
   * nil.
   */
  public static RegisterModel casRegister() {
    return casRegister(Value.NIL);
  }

  /** Returns such a register that holds {@code initial} before the first call. */
  public static RegisterModel casRegister(Value initial) {
    return new CasRegister(initial);
  }

  /**
   * Returns {@code register}, but that a read that returned nil was not told what it saw. So have
   * it the histories of Jepsen whose register holds something else from the start.
   */
  public static RegisterModel nilUntold(RegisterModel register) {
    return new NilUntold(register);
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

  static String from(String name, Value initial) {
    return initial.equals(Value.NIL) ? name : name + " from " + initial;
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
