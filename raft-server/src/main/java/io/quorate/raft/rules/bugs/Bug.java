package io.quorate.raft.rules.bugs;

import io.quorate.raft.rules.Rules;
import java.util.function.UnaryOperator;

/**
 * A seeded bug: correct rules, some of them replaced.
 *
 * @param id short and stable, as in {@code B07}
 * @param name readable, as in {@code stale-read-from-memory}
 * @param source where it happened, or where it is told
 * @param symptom what a client can see of it
 * @param replaced puts the wrong rules in the place of the right ones
 */
public record Bug(
    String id, String name, String source, String symptom, UnaryOperator<Rules> replaced) {
  /** Refuses names that could not be typed on a command line. */
  public Bug {
    if (!id.matches("B\\d\\d") || !name.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("not a bug's id and name: " + id + ", " + name);
    }
  }
}
