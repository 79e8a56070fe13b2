package io.quorate.checker.search;

import io.quorate.checker.Model;

/** What a search is given: who overlaps whom, and what the object allows. */
public final class Problem {
  private final Timeline timeline;
  private final Rules rules;

  Problem(Timeline timeline, Rules rules) {
    this.timeline = timeline;
    this.rules = rules;
  }

  /**
   * Returns the problem of {@code operations} of any model, up to order number {@code horizon}:
   * what returns later is of unknown outcome, what is invoked later is not there.
   *
   * @param memory what the states met will be accounted in
   */
  public static <S> Problem of(Operations operations, Model<S> model, long horizon, Memory memory) {
    return ModelRules.problem(operations, model, horizon, memory);
  }

  /** Returns how many operations are left to place, after what could be forgotten was. */
  public int size() {
    return timeline.items;
  }

  Timeline timeline() {
    return timeline;
  }

  Rules rules() {
    return rules;
  }
}
