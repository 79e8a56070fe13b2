package io.quorate.checker.judge;

import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Verdict;
import io.quorate.checker.explain.Explainer;
import io.quorate.checker.explain.Halt;
import io.quorate.checker.lazy.LazySearch;
import io.quorate.checker.lazy.Passes;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.NecessaryChecks;
import io.quorate.checker.search.NecessaryChecks.Orphan;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.Problem;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterProblem;
import io.quorate.checker.search.Selection;
import io.quorate.checker.zones.Zones;
import io.quorate.history.History;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One key before the judge: tried with more and more steps until there is a verdict. */
final class KeyCase<S> {
  private static final String CHECKS = "necessary checks";
  private static final String ZONES = "zones";
  private static final String SEARCH = "depth-first search";
  private static final String LAZY = "lazy search";

  /** Steps a key gets in the first round, beside {@link #STEPS_PER_OPERATION}. */
  private static final long FIRST_STEPS = 200_000;

  /** Steps an operation adds in the first round. */
  private static final long STEPS_PER_OPERATION = 20;

  /** How much of a round's steps the depth-first search has where the lazy one follows. */
  private static final int DEPTH_FIRST_SHARE = 8;

  /** Steps an operation adds for the lazy search: a round should see it through the history. */
  private static final long LAZY_STEPS_PER_OPERATION = 160;

  private final History history;
  private final Model<S> model;
  private final Operations operations;
  private final @Nullable RegisterOperations register;
  private final Options options;
  private final Deadline deadline;
  private final long memoryBytes;
  private final Passes passes = new Passes();
  private @Nullable Verdict verdict;
  private @Nullable Function<Explainer, Counterexample> why;
  private String engine = SEARCH;
  private boolean checked;
  private long configurations;
  private long nanos;

  KeyCase(
      History history,
      Model<S> model,
      Operations operations,
      Options options,
      Deadline deadline,
      long memoryBytes) {
    this.history = history;
    this.model = model;
    this.operations = operations;
    this.register =
        model instanceof RegisterModel known ? new RegisterOperations(operations, known) : null;
    this.options = options;
    this.deadline = deadline;
    this.memoryBytes = memoryBytes;
  }

  int size() {
    return operations.size();
  }

  boolean finished() {
    return verdict != null;
  }

  KeyVerdict verdict() {
    Verdict known = verdict;
    if (known == null) {
      throw new IllegalStateException("key " + operations.key() + " was never decided");
    }
    return new KeyVerdict(operations.key(), size(), known, engine, configurations, nanos);
  }

  /**
   * Tries for {@code scale} times the steps of a first round; leaves no verdict when more of them
   * could give one.
   */
  void attempt(long scale) {
    long start = options.nanoTime().getAsLong();
    verdict = decide(scale);
    nanos += options.nanoTime().getAsLong() - start;
  }

  /** Whether there is something to {@link #explain}. */
  boolean owesExplanation() {
    return why != null && options.counterexamples();
  }

  /**
   * Says why there is no order, where there is none.
   *
   * @param until when to look for nothing smaller any more
   */
  void explain(Deadline until) {
    Function<Explainer, Counterexample> reason = why;
    if (reason != null) {
      long start = options.nanoTime().getAsLong();
      verdict =
          new Verdict.NotLinearizable(reason.apply(new Explainer(history, until, memoryBytes)));
      nanos += options.nanoTime().getAsLong() - start;
    }
  }

  private long steps(long scale, long anOperation) {
    return scale * (FIRST_STEPS + anOperation * size());
  }

  private @Nullable Verdict decide(long scale) {
    long steps = steps(scale, STEPS_PER_OPERATION);
    Deadline now = deadline.withSteps(steps);
    Memory memory = new Memory(memoryBytes);
    if (now.passed()) {
      return undecided(DepthFirst.Outcome.OUT_OF_TIME, -1);
    }
    if (!memory.reserve(operations.bytes())) {
      return undecided(DepthFirst.Outcome.OUT_OF_MEMORY, -1);
    }
    if (register != null && !checked) {
      checked = true;
      Verdict quick = quick(register);
      if (quick != null) {
        return quick;
      }
    }
    Deadline first = register == null ? now : deadline.withSteps(steps / DEPTH_FIRST_SHARE);
    DepthFirst.Result result = DepthFirst.search(problem(memory), first, memory);
    engine = SEARCH;
    configurations += result.configurations();
    return switch (result.outcome()) {
      case LEGAL -> new Verdict.Linearizable(order(result.order()));
      case ILLEGAL -> no(this::searched);
      case OUT_OF_STEPS -> register == null ? null : lazily(register, scale);
      case OUT_OF_MEMORY ->
          register == null
              ? undecided(result.outcome(), result.waitingFor())
              : lazily(register, scale);
      case OUT_OF_TIME -> undecided(result.outcome(), result.waitingFor());
    };
  }

  /** Decides by the search for few values; where memory is short, rather without an order. */
  private @Nullable Verdict lazily(RegisterOperations known, long scale) {
    Deadline now = deadline.withSteps(steps(scale, LAZY_STEPS_PER_OPERATION));
    LazySearch.Result result = search(known, now, options.certificates());
    if (options.certificates() && result.outcome() == LazySearch.Outcome.OUT_OF_MEMORY) {
      result = search(known, now, false);
    }
    return verdict(known, now, result);
  }

  private LazySearch.Result search(RegisterOperations known, Deadline now, boolean order) {
    Memory memory = new Memory(memoryBytes - operations.bytes());
    LazySearch.Result result =
        order
            ? LazySearch.order(known, passes, now, memory)
            : LazySearch.search(known, passes, now, memory);
    configurations += result.configurations();
    return result;
  }

  private @Nullable Verdict verdict(
      RegisterOperations known, Deadline now, LazySearch.Result result) {
    engine = LAZY;
    return switch (result.outcome()) {
      case LEGAL -> new Verdict.Linearizable(order(result.order()));
      case ILLEGAL -> no(explainer -> explainer.between(known, result));
      case OUT_OF_TIME ->
          now.late() ? undecided(DepthFirst.Outcome.OUT_OF_TIME, result.until()) : null;
      case OUT_OF_MEMORY -> undecided(DepthFirst.Outcome.OUT_OF_MEMORY, result.until());
    };
  }

  /** Asks the zones, then the necessary checks: the one that gives the plainer reason is named. */
  private @Nullable Verdict quick(RegisterOperations all) {
    Zones zones = Zones.of(all);
    if (zones.outcome() == Zones.Outcome.LEGAL) {
      engine = ZONES;
      return new Verdict.Linearizable(order(zones.order()));
    }
    Orphan orphan = NecessaryChecks.firstOrphan(all);
    if (orphan != null) {
      engine = CHECKS;
      return no(explainer -> explainer.orphan(all, orphan));
    }
    if (zones.outcome() == Zones.Outcome.ILLEGAL) {
      engine = ZONES;
      return no(explainer -> explainer.within(all, zones.witness()));
    }
    return null;
  }

  private Problem problem(Memory memory) {
    return register == null
        ? Problem.of(operations, model, Operations.OPEN - 1, memory)
        : RegisterProblem.of(register, Selection.all(size()), true);
  }

  private Verdict no(Function<Explainer, Counterexample> reason) {
    why = reason;
    return new Verdict.NotLinearizable(Counterexample.NONE);
  }

  private Counterexample searched(Explainer explainer) {
    return register == null ? explainer.prefix(operations, model) : explainer.register(register);
  }

  private List<Integer> order(int[] placed) {
    return options.certificates()
        ? Arrays.stream(placed).map(operations::row).boxed().toList()
        : List.of();
  }

  private Verdict undecided(DepthFirst.Outcome outcome, int waitingFor) {
    String ended =
        outcome == DepthFirst.Outcome.OUT_OF_TIME
            ? "the time limit of " + options.budget().time().toMillis() + " ms was reached"
            : "the memory limit of " + memoryBytes + " bytes a key was reached";
    String after = " after " + configurations + " configurations of " + size() + " operations";
    if (waitingFor < 0) {
      return new Verdict.Undecided(ended + after);
    }
    Halt halt = new Halt(operations, register, waitingFor);
    return new Verdict.Undecided(ended + after + halt.sentence(history), halt.place());
  }
}
