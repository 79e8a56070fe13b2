package io.quorate.systems;

import java.util.List;

/**
 * A system of the catalogue, for people.
 *
 * @param name as a plan names it
 * @param about one sentence
 * @param bugs the seeded bugs it can be run with, as {@code name:ID}
 */
public record SystemInfo(String name, String about, List<BugInfo> bugs) {
  /** Keeps its own copy. */
  public SystemInfo {
    bugs = List.copyOf(bugs);
  }

  /**
   * A bug a system can be run with.
   *
   * @param id short and stable, {@code B07}
   * @param name readable; accepted in the place of the id
   * @param symptom what a client can see of it
   * @param source where it happened, or where it is told
   */
  public record BugInfo(String id, String name, String symptom, String source) {}
}
