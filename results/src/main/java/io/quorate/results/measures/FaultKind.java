package io.quorate.results.measures;

import io.quorate.history.Disturbance;

/** What sort of disturbance it was, read from the first word of its {@code fault} text. */
public enum FaultKind {
  /** Directed links were cut. */
  PARTITION("partition"),
  /** Processes were killed. */
  KILL("kill"),
  /** Processes were stopped for a while. */
  PAUSE("pause"),
  /** What was sent arrived later. */
  DELAY("delay"),
  /** The toolkit itself stood still: no fault of the system under test. */
  STALL("harness"),
  /** Anything else. */
  OTHER("");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  /** Returns the kind of {@code disturbance}. */
  public static FaultKind of(Disturbance disturbance) {
    String text = disturbance.fault();
    if (text.equals(Disturbance.HARNESS_STALL)) {
      return STALL;
    }
    int end = text.indexOf(' ');
    String first = end < 0 ? text : text.substring(0, end);
    for (FaultKind kind : values()) {
      if (kind != STALL && kind.word.equals(first)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** Whether nodes or links are wholly gone while it is in force, so that a side can lose out. */
  public boolean takesAway() {
    return this == PARTITION || this == KILL || this == PAUSE;
  }
}
