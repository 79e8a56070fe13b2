package io.quorate.checker.search;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of any model: states and calls numbered as they are met, each transition asked of the
 * model once.
 */
final class ModelRules<S> implements Rules {
  private static final long TRANSITION_BYTES = 128;

  private final Model<S> model;
  private final Memory memory;
  private final List<Call> calls;
  private final List<S> states = new ArrayList<>();
  private final Map<S, Integer> stateNumbers = new HashMap<>();
  private final Map<Long, int[]> transitions = new HashMap<>();
  private boolean exhausted;

  private ModelRules(Model<S> model, List<Call> calls, Memory memory) {
    this.model = model;
    this.calls = calls;
    this.memory = memory;
    number(model.initial());
  }

  /** Returns the problem of {@code operations} up to order number {@code horizon}. */
  static <S> Problem problem(Operations operations, Model<S> model, long horizon, Memory memory) {
    int n = operations.size();
    int[] source = new int[n];
    int[] call = new int[n];
    boolean[] open = new boolean[n];
    List<Call> calls = new ArrayList<>();
    List<Model.Step> steps = new ArrayList<>();
    Map<Call, Integer> numbers = new HashMap<>();
    int size = 0;
    for (int i = 0; i < n && operations.invoke(i) <= horizon; i++) {
      boolean unknown = operations.end(i) > horizon;
      Call asked = operations.call(i);
      Call known = unknown ? new Call(asked.function(), asked.argument(), Call.UNKNOWN) : asked;
      if (!unknown || !model.pure(known)) {
        Integer number = numbers.putIfAbsent(known, calls.size());
        if (number == null) {
          calls.add(known);
        }
        long end = unknown ? Operations.OPEN : operations.end(i);
        steps.add(new Model.Step(known, operations.invoke(i), end));
        source[size] = i;
        call[size] = number == null ? calls.size() - 1 : number;
        open[size++] = unknown;
      }
    }
    Timeline timeline =
        new Timeline(
            operations,
            Arrays.copyOf(source, size),
            Arrays.copyOf(call, size),
            Arrays.copyOf(open, size),
            calls.size());
    return new Problem(timeline, new ModelRules<>(model.knowing(steps), calls, memory));
  }

  private int number(S state) {
    Integer known = stateNumbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    exhausted |= !memory.reserve(model.bytes(state));
    states.add(state);
    return states.size() - 1;
  }

  @Override
  public int initial() {
    return 0;
  }

  @Override
  public int calls() {
    return calls.size();
  }

  @Override
  public int next(int state, int call, int alternative) {
    long transition = (long) state << 32 | call;
    int[] successors = transitions.get(transition);
    if (successors == null) {
      exhausted |= !memory.reserve(TRANSITION_BYTES);
      successors =
          model.step(states.get(state), calls.get(call)).stream()
              .mapToInt(this::number)
              .distinct()
              .toArray();
      transitions.put(transition, successors);
    }
    return alternative < successors.length ? successors[alternative] : REFUSED;
  }

  @Override
  public boolean pure(int call) {
    return model.pure(calls.get(call));
  }

  @Override
  public void take(int call, boolean known) {}

  @Override
  public void undo(int call, boolean known) {}

  @Override
  public boolean hopeless(int state, int call, int next, boolean known) {
    return false;
  }

  @Override
  public boolean pointless(int call) {
    return false;
  }

  @Override
  public boolean exhausted() {
    return exhausted;
  }

  @Override
  public String describe(int state) {
    return String.valueOf(states.get(state));
  }
}
