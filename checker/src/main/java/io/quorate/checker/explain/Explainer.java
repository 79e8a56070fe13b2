package io.quorate.checker.explain;

import io.quorate.checker.Counterexample;
import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.Model;
import io.quorate.checker.lazy.LazySearch;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.NecessaryChecks.Orphan;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.Problem;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.RegisterProblem;
import io.quorate.checker.search.Selection;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the counterexample of a key that is known not to be linearizable. */
public final class Explainer {
  /** Most steps spent on finding out how far a legal order reaches. */
  static final long REACH_STEPS = 100_000;

  /** So many events, times those open, are in the first part looked at, before its end. */
  private static final int NEAR = 32;

  /** How much farther back the next one begins. */
  private static final int FARTHER = 4;

  private static final int UNSEEN = -2;
  private static final int NOBODY = -1;
  private static final long FOREVER = Operations.OPEN - 1;

  private final History history;
  private final Deadline deadline;
  private final long memoryBytes;

  /**
   * Explains keys of {@code history}.
   *
   * @param deadline until when to look for something smaller; what is returned later is true too
   * @param memoryBytes for each of the searches, which run one after another
   */
  public Explainer(History history, Deadline deadline, long memoryBytes) {
    this.history = history;
    this.deadline = deadline;
    this.memoryBytes = memoryBytes;
  }

  /** Returns the counterexample of an operation that saw what nobody can have written for it. */
  public Counterexample orphan(RegisterOperations register, Orphan orphan) {
    Selection set = Selection.none(register.size());
    set.keep(orphan.observer());
    if (orphan.between() >= 0) {
      keepAsWriter(register, set, orphan.between());
    }
    keepOneRuledOut(register, set, orphan.observer());
    long end = register.operations().end(orphan.observer());
    return counterexample(register, set, new Sentence(history, register).of(orphan), end);
  }

  private static void keepAsWriter(RegisterOperations register, Selection set, int i) {
    if (register.kind(i) == Kind.CAS) {
      set.weaken(i);
    } else {
      set.keep(i);
    }
  }

  /**
   * For the reader's sake: shows the last write of what was seen, or the first one if all came too
   * late, though time rules it out.
   */
  private static void keepOneRuledOut(RegisterOperations register, Selection set, int observer) {
    Operations operations = register.operations();
    int shown = -1;
    for (int i = 0; i < register.size(); i++) {
      if (register.mayHaveWritten(i, observer)) {
        boolean inTime = operations.invoke(i) < operations.end(observer);
        boolean later = shown < 0 || operations.end(i) > operations.end(shown);
        shown = shown < 0 || (inTime && later) ? i : shown;
      }
    }
    if (shown >= 0) {
      keepAsWriter(register, set, shown);
    }
  }

  /**
   * Returns the counterexample of a register whose operations have no order, as is shown by those
   * between two moments and what may have written for them.
   *
   * @param shown where, and by asking about which value
   */
  public Counterexample between(RegisterOperations register, LazySearch.Result shown) {
    Operations operations = register.operations();
    long end = operations.end(shown.until());
    long span = NEAR * (long) open(operations, end);
    for (; span < end - shown.from() && !deadline.over(); span *= FARTHER) {
      Selection small = small(register, part(register, end - span, end), shown.telling());
      if (small != null) {
        return register(register, small);
      }
    }
    Selection small = small(register, part(register, shown.from(), end), shown.telling());
    return register(
        register, small == null ? minimizer(register, shown.telling()).minimizeUntil(end) : small);
  }

  /**
   * What was invoked and returned between two moments, and every possible writer of what it saw:
   * what returned before a later write began that itself returned before the part is none.
   */
  private static Selection part(RegisterOperations register, long from, long end) {
    Operations operations = register.operations();
    long sure = Long.MIN_VALUE;
    for (int i = 0; i < register.size(); i++) {
      if (register.surelyWrites(i) && operations.end(i) < from) {
        sure = Math.max(sure, operations.invoke(i));
      }
    }
    Selection set = Selection.none(register.size());
    for (int i = 0; i < register.size(); i++) {
      boolean writes = register.leaves(i) != RegisterOperations.NONE;
      if (operations.invoke(i) <= end && operations.end(i) >= sure) {
        if (operations.invoke(i) >= from && operations.end(i) <= end) {
          set.keep(i);
        } else if (writes) {
          keepAsWriter(register, set, i);
        }
      }
    }
    return set;
  }

  /** How many operations are open at this moment, and one. */
  private static int open(Operations operations, long moment) {
    int open = 1;
    for (int i = 0; i < operations.size() && operations.invoke(i) < moment; i++) {
      boolean ends = operations.end(i) != Operations.OPEN;
      open += ends && operations.end(i) > moment ? 1 : 0;
    }
    return open;
  }

  /** Returns the counterexample of a register whose operations have no order. */
  public Counterexample register(RegisterOperations register) {
    return register(register, minimizer(register, RegisterOperations.NONE).minimize());
  }

  /**
   * Returns the counterexample of a register whose operations have no order.
   *
   * @param start some of them that have none either, with every possible writer of what they saw;
   *     where that cannot be confirmed within the budget, all of them are looked at
   */
  public Counterexample within(RegisterOperations register, Selection start) {
    Selection small = small(register, start, RegisterOperations.NONE);
    return small == null ? register(register) : register(register, small);
  }

  /**
   * Returns a small part of {@code start}, or null where that is not seen to be illegal, or would
   * need more than {@code start}: what it leaves out may be what ruled a writer out.
   */
  private @Nullable Selection small(RegisterOperations register, Selection start, int telling) {
    int[] members = withRuledOut(register, start);
    Minimizer minimizer = minimizer(register.only(members), telling);
    Selection thin = minimizer.minimize(start.within(members));
    Selection small = thin == null ? null : thin.among(register.size(), members);
    return small != null && new Closure(register).closed(small) ? small : null;
  }

  /**
   * The members of {@code start}, and for each value seen there, of the writers left out and begun
   * before its end, the last to return: what rules that one out rules out the others.
   */
  private static int[] withRuledOut(RegisterOperations register, Selection start) {
    Operations operations = register.operations();
    long end = Long.MIN_VALUE;
    int[] last = new int[register.values()];
    Arrays.fill(last, UNSEEN);
    for (int observer : new Closure(register).observers(start)) {
      end = register.returned(observer) ? Math.max(end, operations.end(observer)) : end;
      last[register.sees(observer)] = NOBODY;
    }
    for (int i = 0; i < register.size() && operations.invoke(i) <= end; i++) {
      int value = register.leaves(i);
      boolean writer = value != RegisterOperations.NONE && !start.has(i);
      if (writer && last[value] != UNSEEN) {
        int known = last[value];
        last[value] = known < 0 || operations.end(i) > operations.end(known) ? i : known;
      }
    }
    IntStream ruledOut = Arrays.stream(last).filter(i -> i >= 0);
    return IntStream.concat(Arrays.stream(start.members()), ruledOut).sorted().toArray();
  }

  private Minimizer minimizer(RegisterOperations register, int telling) {
    return new Minimizer(register, telling, deadline, memoryBytes);
  }

  private Counterexample register(RegisterOperations register, Selection set) {
    List<Integer> observers = new ArrayList<>(new Closure(register).observers(set));
    observers.removeIf(i -> !register.returned(i));
    long end = observers.stream().mapToLong(register.operations()::end).max().orElse(FOREVER);
    return counterexample(register, set, new Sentence(history, register).of(set, observers), end);
  }

  private Counterexample counterexample(
      RegisterOperations register, Selection set, String sentence, long end) {
    Operations operations = register.operations();
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      if (set.has(i)) {
        kept.add(new Kept(history.operation(operations.row(i)), set.weakened(i)));
      }
    }
    int leftOut = new Closure(register).leftOut(set);
    String counted =
        leftOut == 0
            ? sentence
            : sentence
                + " Left out: "
                + leftOut
                + (leftOut == 1 ? " write" : " writes")
                + " that real time alone rules out.";
    Memory memory = new Memory(memoryBytes);
    DepthFirst.@Nullable Result reached =
        memory.reserve(operations.bytes())
            ? DepthFirst.search(
                RegisterProblem.of(register, Selection.until(register.size(), end), false),
                deadline.withSteps(REACH_STEPS),
                memory)
            : null;
    return withReach(operations, kept, counted, leftOut, reached);
  }

  /**
   * Returns the counterexample of an object that is no register: every operation invoked before the
   * earliest moment known at which no order is left.
   */
  public <S> Counterexample prefix(Operations operations, Model<S> model) {
    long end = shortestPrefix(operations, model);
    List<Kept> kept = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < operations.size() && operations.invoke(i) <= end; i++) {
      kept.add(new Kept(history.operation(operations.row(i)), false));
      last = operations.end(i) == end ? i : last;
    }
    String sentence =
        "no order: "
            + Words.ended(history.operation(operations.row(last)))
            + "; no order of the "
            + kept.size()
            + " operations invoked until then explains it.";
    return withReach(operations, kept, sentence, 0, search(operations, model, end));
  }

  private <S> long shortestPrefix(Operations operations, Model<S> model) {
    long[] ends = ends(operations);
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      DepthFirst.@Nullable Result result = search(operations, model, ends[middle]);
      if (result != null && result.outcome() == DepthFirst.Outcome.ILLEGAL) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ends[high];
  }

  private static long[] ends(Operations operations) {
    long[] ends = new long[operations.size()];
    int n = 0;
    for (int i = 0; i < operations.size(); i++) {
      if (operations.end(i) != Operations.OPEN) {
        ends[n++] = operations.end(i);
      }
    }
    Arrays.sort(ends, 0, n);
    return Arrays.copyOf(ends, n);
  }

  private <S> DepthFirst.@Nullable Result search(
      Operations operations, Model<S> model, long horizon) {
    Memory memory = new Memory(memoryBytes);
    return memory.reserve(operations.bytes())
        ? DepthFirst.search(
            Problem.of(operations, model, horizon, memory), deadline.withSteps(REACH_STEPS), memory)
        : null;
  }

  private Counterexample withReach(
      Operations operations,
      List<Kept> kept,
      String sentence,
      int leftOut,
      DepthFirst.@Nullable Result reached) {
    if (reached == null || reached.outcome() == DepthFirst.Outcome.LEGAL) {
      return new Counterexample(kept, sentence, leftOut, List.of(), List.of(), List.of());
    }
    List<Integer> prefix = Arrays.stream(reached.order()).map(operations::row).boxed().toList();
    List<Operation> unplaced = unplaced(operations, reached);
    return new Counterexample(kept, sentence, leftOut, prefix, reached.states(), unplaced);
  }

  private List<Operation> unplaced(Operations operations, DepthFirst.Result reached) {
    BitSet placed = new BitSet();
    Arrays.stream(reached.order()).forEach(placed::set);
    List<Operation> unplaced = new ArrayList<>();
    long moment = reached.waitingFor() < 0 ? -1 : operations.end(reached.waitingFor());
    for (int i = 0; i < operations.size() && operations.invoke(i) < moment; i++) {
      if (!placed.get(i) && operations.end(i) != Operations.OPEN) {
        unplaced.add(history.operation(operations.row(i)));
      }
    }
    return unplaced;
  }
}
