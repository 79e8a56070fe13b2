package io.quorate.checker.search;

import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a search's problem of the operations on a register, forgetting what cannot matter.
 *
 * <ul>
 *   <li><em>Unknown reads</em> say nothing.
 *   <li><em>Unknown writes nobody could observe.</em> Let no operation be sure that the value
 *       differs from something. An unknown write or compare-and-set of v is needed only when an
 *       operation that returned sees v, or an unknown compare-and-set from v is itself needed. If
 *       not, take it out of any order: until the next write nobody looks, or looks only from an
 *       operation that is taken out too.
 *   <li><em>Values nobody can tell apart.</em> All values that no operation left sees, compares with
 *       or is sure to differ from are one value: a renaming that no answer depends on. So their
 *       writers become the same call, and the search tries one of them instead of each.
 * </ul>
 */
public final class RegisterProblem {
  private static final int UNSEEN = -1;

  private final RegisterOperations register;
  private final int[] source;
  private final Kind[] kind;
  private final boolean[] open;
  private int size;

  private RegisterProblem(RegisterOperations register, Selection selection) {
    int n = register.size();
    this.register = register;
    this.source = new int[n];
    this.kind = new Kind[n];
    this.open = new boolean[n];
    for (int i = 0; i < n; i++) {
      if (selection.has(i) && register.operations().invoke(i) <= selection.horizon()) {
        select(i, selection);
      }
    }
  }

  private void select(int i, Selection selection) {
    Kind what = register.kind(i);
    boolean unknown = register.operations().end(i) > selection.horizon();
    boolean silent = what == Kind.READ || what == Kind.DIFFERS || what == Kind.NOTHING;
    if (silent && (unknown || selection.weakened(i))) {
      return;
    }
    source[size] = i;
    kind[size] = selection.weakened(i) ? Kind.WRITE : what;
    open[size] = unknown;
    size++;
  }

  /**
   * Returns the problem of the operations of {@code register} that {@code selection} takes in.
   *
   * @param lookahead whether a search may leave out what cannot end well; without it, how far it
   *     comes is a fact about the operations placed so far and not about later ones
   */
  public static Problem of(RegisterOperations register, Selection selection, boolean lookahead) {
    RegisterProblem problem = new RegisterProblem(register, selection);
    problem.forgetUnobservable();
    return problem.number(lookahead);
  }

  private int sees(int i) {
    return kind[i] == Kind.WRITE ? RegisterOperations.NONE : register.sees(source[i]);
  }

  private int leaves(int i) {
    return register.leaves(source[i]);
  }

  private void forgetUnobservable() {
    boolean[] wanted = new boolean[register.values()];
    boolean differs = false;
    for (int i = 0; i < size; i++) {
      differs |= kind[i] == Kind.DIFFERS;
      if (!open[i] && sees(i) != RegisterOperations.NONE) {
        wanted[sees(i)] = true;
      }
    }
    if (differs) {
      return;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = size - 1; i >= 0; i--) {
        if (open[i] && kind[i] == Kind.CAS && wanted[leaves(i)] && !wanted[sees(i)]) {
          wanted[sees(i)] = true;
          changed = true;
        }
      }
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!open[i] || wanted[leaves(i)]) {
        source[kept] = source[i];
        kind[kept] = kind[i];
        open[kept++] = open[i];
      }
    }
    size = kept;
  }

  private Problem number(boolean lookahead) {
    List<@Nullable Value> names = new ArrayList<>();
    int[] renamed = rename(names);
    int[] call = new int[size];
    List<Integer> first = new ArrayList<>();
    Map<Signature, Integer> calls = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Signature signature =
          new Signature(kind[i], renamed(renamed, sees(i)), renamed(renamed, leaves(i)));
      Integer known = calls.putIfAbsent(signature, first.size());
      call[i] = known == null ? first.size() : known;
      if (known == null) {
        first.add(i);
      }
    }
    RegisterRules rules =
        new RegisterRules(
            renamed[register.initial()],
            first.stream().map(i -> kind[i]).toArray(Kind[]::new),
            first.stream().mapToInt(i -> renamed(renamed, sees(i))).toArray(),
            first.stream().mapToInt(i -> renamed(renamed, leaves(i))).toArray(),
            names,
            lookahead);
    for (int i = 0; i < size; i++) {
      rules.expect(call[i], !open[i]);
    }
    Timeline timeline =
        new Timeline(
            register.operations(), Arrays.copyOf(source, size), call, Arrays.copyOf(open, size),
            first.size());
    return new Problem(timeline, rules);
  }

  private record Signature(Kind kind, int sees, int leaves) {}

  private static int renamed(int[] renamed, int value) {
    return value == RegisterOperations.NONE ? value : renamed[value];
  }

  /** Numbers the values somebody looks at; value 0 stands for all the others. */
  private int[] rename(List<@Nullable Value> names) {
    int[] renamed = new int[register.values()];
    Arrays.fill(renamed, UNSEEN);
    names.add(null);
    for (int i = 0; i < size; i++) {
      int value = sees(i);
      if (value != RegisterOperations.NONE && renamed[value] == UNSEEN) {
        renamed[value] = names.size();
        names.add(register.value(value));
      }
    }
    for (int value = 0; value < renamed.length; value++) {
      renamed[value] = Math.max(0, renamed[value]);
    }
    return renamed;
  }
}
