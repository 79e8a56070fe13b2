package io.quorate.nemesis;

import java.util.List;

/**
 * A nemesis schedule as it is written: steps one after another, targets by role.
 *
 * @param name how it is called
 * @param about one sentence on what it is for
 * @param minNodes the smallest cluster it makes sense on
 * @param repeat whether it starts over until the main phase ends
 * @param steps in their order
 */
public record Schedule(String name, String about, int minNodes, boolean repeat, List<Step> steps) {
  /** Keeps its own copy of the steps. */
  public Schedule {
    steps = List.copyOf(steps);
  }
}
