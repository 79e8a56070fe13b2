package io.quorate.checker;

import java.util.List;

/**
 * Where a search stood when its budget ended, and what of unknown outcome matters there.
 *
 * @param row row of the operation whose return no order tried came past
 * @param unknownRows rows of operations of unknown outcome that were open there and may have left
 *     what it saw, or, where none may, that may have taken effect: the latest first, at most {@link
 *     #MOST_ROWS}
 * @param unknown how many of them there are
 */
public record Standstill(int row, List<Integer> unknownRows, int unknown) {
  /** Most operations of unknown outcome named. */
  public static final int MOST_ROWS = 5;

  /** Keeps its own copy. */
  public Standstill {
    unknownRows = List.copyOf(unknownRows);
  }
}
