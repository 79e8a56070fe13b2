package io.quorate.checker.laws;

import io.quorate.history.Observation;
import java.util.function.Consumer;

/** The trace of one node, in the order in which it was written. */
public interface NodeTrace {
  /** Whose trace it is. */
  String node();

  /**
   * Hands over every line from the first; each call begins anew.
   *
   * @throws RuntimeException with one sentence if the trace cannot be read
   */
  void read(Consumer<Observation> reader);
}
