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
 *   <li><em>Values nobody can tell apart.</em> All values that no operation left sees, compares
 *       with or is sure to differ from are one value: a renaming that no answer depends on. So
 *       their writers become the same call, and the search tries one of them instead of each.
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
    for (int i = 0; i < size; i++) {
      if (kind[i] == Kind.DIFFERS) {
        return;
      }
    }
    boolean[] wanted = wanted();
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

  /** Returns for each value whether it matters that an operation of unknown outcome left it. */
  private boolean[] wanted() {
    boolean[] wanted = new boolean[register.values()];
    for (int i = 0; i < size; i++) {
      if (!open[i] && sees(i) != RegisterOperations.NONE) {
        wanted[sees(i)] = true;
      }
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
    return wanted;
  }

  private Problem number(boolean lookahead) {
    List<@Nullable Value> names = new ArrayList<>();
    int[] renamed = rename(names);
    int[] call = new int[size];
    List<Signature> calls = new ArrayList<>();
    Map<Signature, Integer> numbers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Signature signature =
          new Signature(kind[i], renamed(renamed, sees(i)), renamed(renamed, leaves(i)));
      Integer known = numbers.putIfAbsent(signature, calls.size());
      call[i] = known == null ? calls.size() : known;
      if (known == null) {
        calls.add(signature);
      }
    }
    RegisterRules rules = rules(calls, renamed[register.initial()], names, lookahead);
    for (int i = 0; i < size; i++) {
      rules.expect(call[i], !open[i]);
    }
    int[] selected = Arrays.copyOf(source, size);
    boolean[] unknown = Arrays.copyOf(open, size);
    Operations operations = register.operations();
    return new Problem(new Timeline(operations, selected, call, unknown, calls.size()), rules);
  }

  private static RegisterRules rules(
      List<Signature> calls, int initial, List<@Nullable Value> names, boolean lookahead) {
    return new RegisterRules(
        initial,
        calls.stream().map(Signature::kind).toArray(Kind[]::new),
        calls.stream().mapToInt(Signature::sees).toArray(),
        calls.stream().mapToInt(Signature::leaves).toArray(),
        names,
        lookahead);
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
