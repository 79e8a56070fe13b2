package io.quorate.checker.power;

import io.quorate.history.Completion;
import java.util.SortedMap;

/** The places of one key where one {@link Damage} is possible. */
interface Places {
  /** How many. */
  int count();

  /** The answers that differ from the history's when it is done at {@code place}, by row. */
  SortedMap<Integer, Completion> damage(int place);
}
