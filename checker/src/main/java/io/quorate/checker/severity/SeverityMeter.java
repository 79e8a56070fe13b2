package io.quorate.checker.severity;

import io.quorate.checker.Analysis;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Verdict;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how bad the violations of a history of registers are. */
public final class SeverityMeter {
  private final History history;
  private final Options options;
  private final Deadline deadline;
  private final List<RegisterOperations> all = new ArrayList<>();
  private final List<RegisterOperations> broken = new ArrayList<>();

  private SeverityMeter(History history, Options options, Deadline deadline) {
    this.history = history;
    this.options = options;
    this.deadline = deadline;
  }

  /**
   * Measures the severity.
   *
   * @param analysis what the checker said of the history
   * @param options the budget: where it ends, the rest is not determined
   */
  public static Severity measure(
      History history, RegisterModel model, Analysis analysis, Options options) {
    long start = options.nanoTime().getAsLong();
    long end = start + options.budget().time().toNanos();
    Deadline deadline = Deadline.at(options.nanoTime(), end);
    SeverityMeter meter = new SeverityMeter(history, options, deadline);
    meter.split(model, analysis);
    Lag lag = new Lag(history);
    Sessions sessions = new Sessions(history);
    for (RegisterOperations register : meter.broken) {
      Versions versions = new Versions(register);
      lag.add(register, versions);
      sessions.add(register, versions);
    }
    Sequential sequential = meter.sequential();
    long nanos = options.nanoTime().getAsLong() - start;
    return new Severity(lag.staleness(), sessions.breaches(), sessions.all(), sequential, nanos);
  }

  private void split(RegisterModel model, Analysis analysis) {
    Map<@Nullable String, Verdict> verdicts = new HashMap<>();
    for (KeyVerdict key : analysis.keys()) {
      verdicts.put(key.key(), key.verdict());
    }
    for (Operations key : Operations.split(history, analysis.failedCas(), model::call)) {
      RegisterOperations register = new RegisterOperations(key, model);
      all.add(register);
      if (!(verdicts.get(key.key()) instanceof Verdict.Linearizable)) {
        broken.add(register);
      }
    }
  }

  /** A single key without an order is enough for there to be none; for one all are needed. */
  private Sequential sequential() {
    for (RegisterOperations register : broken) {
      if (search(List.of(register)) == Sequential.NO) {
        return Sequential.NO;
      }
    }
    return search(all);
  }

  private Sequential search(List<RegisterOperations> registers) {
    Program program = new Program(history, registers);
    Memory memory = new Memory(options.budget().memoryBytes());
    return SequentialSearch.search(program, deadline.withSteps(Long.MAX_VALUE), memory);
  }
}
