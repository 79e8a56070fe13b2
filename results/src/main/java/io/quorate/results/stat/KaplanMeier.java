package io.quorate.results.stat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of those that still wait, over time, where some were not waited for to the end (Kaplan
 * and Meier, 1958).
 *
 * @param steps the times at which it falls, ascending, and what it falls to
 */
public record KaplanMeier(List<Step> steps) {
  /**
   * A fall of the curve.
   *
   * @param time when
   * @param waiting the share that waits from then on
   */
  public record Step(double time, double waiting) {}

  /** Keeps its own copy. */
  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /** Returns the curve of these waits; of equal times those that came are counted first. */
  public static KaplanMeier of(List<Waited> waits) {
    List<Waited> sorted = new ArrayList<>(waits);
    sorted.sort(Comparator.comparingDouble(Waited::time));
    List<Step> steps = new ArrayList<>();
    double waiting = 1;
    int at = 0;
    while (at < sorted.size()) {
      double time = sorted.get(at).time();
      int atRisk = sorted.size() - at;
      int came = 0;
      while (at < sorted.size() && sorted.get(at).time() == time) {
        came += sorted.get(at).came() ? 1 : 0;
        at++;
      }
      if (came > 0) {
        waiting *= 1 - (double) came / atRisk;
        steps.add(new Step(time, waiting));
      }
    }
    return new KaplanMeier(steps);
  }

  /** Returns when half no longer wait; empty where that is not reached. */
  public OptionalDouble median() {
    return steps.stream()
        .filter(step -> step.waiting() <= 0.5 + 1e-12)
        .mapToDouble(Step::time)
        .findFirst();
  }
}
