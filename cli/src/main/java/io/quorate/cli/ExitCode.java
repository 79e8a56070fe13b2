package io.quorate.cli;

import java.util.Comparator;
import java.util.List;

/** What the process tells its caller, and the only thing a pipeline may rely on. */
public enum ExitCode {
  /** Everything asked for was done, and no law was broken. */
  PASS(0),

  /** A safety violation: the system under test broke its word, with a counterexample. */
  VIOLATION(1),

  /** Nobody can say: undecided, evidence missing, or the product never became ready. */
  INCONCLUSIVE(2),

  /** Safe, but a rule of availability or performance was broken. */
  RULE_BROKEN(3),

  /** Refused before anything started: usage, plan, foreign input, or no fitting JDK. */
  USAGE(254),

  /** The toolkit itself failed. */
  INTERNAL(255);

  private static final List<ExitCode> WORST_FIRST =
      List.of(VIOLATION, INTERNAL, INCONCLUSIVE, RULE_BROKEN, USAGE, PASS);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /**
   * The code with this number.
   *
   * @throws IllegalArgumentException if no code has it
   */
  public static ExitCode of(int number) {
    for (ExitCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    throw new IllegalArgumentException("no exit code " + number);
  }

  /** The number the process exits with. */
  public int number() {
    return number;
  }

  /**
   * The code that two things done in one process exit with together: a violation outranks a failure
   * of the toolkit, that outranks doubt, that a broken rule, and all of them a pass.
   */
  public ExitCode and(ExitCode other) {
    return Comparator.<ExitCode>comparingInt(WORST_FIRST::indexOf).compare(this, other) <= 0
        ? this
        : other;
  }
}
