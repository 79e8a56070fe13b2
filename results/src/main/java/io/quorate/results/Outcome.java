package io.quorate.results;

import io.quorate.checker.Analysis;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, and why.
 *
 * @param grade which of the classes
 * @param reason one sentence
 * @param details everything else that was held against the run, one sentence each, worst first
 */
public record Outcome(Grade grade, String reason, List<String> details) {
  /** Keeps its own copy. */
  public Outcome {
    details = List.copyOf(details);
  }

  /** The classes of outcomes, with the process' exit codes. */
  public enum Grade {
    /** Safe, available, and proven to have been tested. */
    PASS(0, 0, "pass"),
    /** An availability or performance rule is broken. */
    RULE_BROKEN(3, 1, "rule broken"),
    /** Undecided, or the evidence is missing that makes green mean something. */
    INCONCLUSIVE(2, 2, "inconclusive"),
    /** The toolkit itself failed. */
    HARNESS(255, 3, "harness failure"),
    /** A wrong command, plan or file; only before anything starts. */
    USAGE(254, 4, "usage"),
    /** The system broke its promise. */
    VIOLATION(1, 5, "violation");

    private final int exitCode;
    private final int rank;
    private final String words;

    Grade(int exitCode, int rank, String words) {
      this.exitCode = exitCode;
      this.rank = rank;
      this.words = words;
    }

    /** Returns the exit code of the process. */
    public int exitCode() {
      return exitCode;
    }

    /** Returns its name for people. */
    public String words() {
      return words;
    }

    /** Returns whichever of both outranks the other: 1 > 254 > 255 > 2 > 3 > 0. */
    public Grade worse(Grade other) {
      return other.rank > rank ? other : this;
    }
  }

  /**
   * Judges a run. A violation outranks everything: what fails beside it is told as a detail.
   *
   * @param analysis the checker's answer
   * @param findings what the rules of evidence say
   * @param harnessFailures what the toolkit itself failed at, one sentence each
   * @param rules what became of the availability and performance rules
   */
  public static Outcome judge(
      Analysis analysis,
      List<Finding> findings,
      List<String> harnessFailures,
      List<RuleResult> rules) {
    List<Charge> charges = new ArrayList<>();
    violations(analysis, charges);
    harnessFailures.forEach(
        f -> charges.add(new Charge(Grade.HARNESS, "The toolkit failed: " + f)));
    doubts(analysis, charges);
    for (Finding finding : findings) {
      if (finding.status() == Finding.Status.MISSING) {
        charges.add(new Charge(Grade.INCONCLUSIVE, finding.sentence()));
      }
    }
    rules(rules, charges);
    return outcome(charges, passed(analysis));
  }

  private static void violations(Analysis analysis, List<Charge> charges) {
    for (KeyVerdict key : analysis.keys(Verdict.NotLinearizable.class)) {
      if (key.verdict() instanceof Verdict.NotLinearizable v) {
        charges.add(
            new Charge(
                Grade.VIOLATION,
                object(key.key()) + " is not linearizable: " + v.counterexample().sentence()));
      }
    }
  }

  private static void doubts(Analysis analysis, List<Charge> charges) {
    for (KeyVerdict key : analysis.keys(Verdict.Undecided.class)) {
      if (key.verdict() instanceof Verdict.Undecided u) {
        charges.add(
            new Charge(Grade.INCONCLUSIVE, object(key.key()) + " is undecided: " + u.why()));
      }
    }
  }

  private static void rules(List<RuleResult> rules, List<Charge> charges) {
    for (RuleResult rule : rules) {
      switch (rule.state()) {
        case KEPT -> {}
        case BROKEN -> charges.add(new Charge(Grade.RULE_BROKEN, rule.sentence()));
        case UNDECIDED -> charges.add(new Charge(Grade.INCONCLUSIVE, rule.sentence()));
      }
    }
  }

  private static Outcome outcome(List<Charge> charges, String passed) {
    Grade worst = charges.stream().map(Charge::grade).reduce(Grade.PASS, Grade::worse);
    List<String> sorted = new ArrayList<>();
    charges.stream()
        .sorted((a, b) -> Integer.compare(b.grade.rank, a.grade.rank))
        .forEach(c -> sorted.add(c.sentence));
    return sorted.isEmpty()
        ? new Outcome(worst, passed, List.of())
        : new Outcome(worst, sorted.getFirst(), sorted.subList(1, sorted.size()));
  }

  private static String passed(Analysis analysis) {
    int keys = analysis.keys().size();
    return String.format(
        Locale.ROOT,
        "All %,d operations on %s are linearizable, and the evidence is complete.",
        analysis.operations(),
        keys == 1 ? "one key" : keys + " keys");
  }

  /** Returns how to name the object of {@code key} at the beginning of a sentence. */
  public static String object(@Nullable String key) {
    return key == null ? "The object" : "Key " + key;
  }

  private record Charge(Grade grade, String sentence) {}
}
