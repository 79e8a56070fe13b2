package io.quorate.runner.campaign;

import io.quorate.results.coverage.CutWalk;
import io.quorate.simulation.Played;
import java.util.List;
import java.util.Optional;

/**
 * A trial played and judged.
 *
 * @param played what was played
 * @param signs what shows a bug, in the order of time
 * @param doubt why a trial without a sign would not count as clean
 * @param operations how many operations its history has
 * @param cuts which cuts it had
 */
record Trialled(
    Played played, List<Sign> signs, Optional<String> doubt, long operations, CutWalk cuts) {
  /** Keeps its own copy. */
  Trialled {
    signs = List.copyOf(signs);
  }

  /** Returns the kinds of its signs, each once. */
  List<String> kinds() {
    return Signs.kinds(signs);
  }

  /** Returns the first sign that somebody outside of the servers could have seen. */
  Optional<Sign> outside() {
    return signs.stream().filter(sign -> sign.kind().outside()).findFirst();
  }
}
