package io.quorate.nemesis.schedule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * In which orders so many things are gone through so that each follows each: the rows of a design
 * balanced for first-order carry-over (E. J. Williams, 1949).
 *
 * <p>Each row is an order of all of them. Over an even number of things there are as many rows as
 * things, and behind each thing every other one comes in exactly one row; over an odd number there
 * are twice as many, and it comes in two. With fewer rows that cannot be had.
 */
public final class WilliamsDesign {
  private WilliamsDesign() {}

  /** Returns how many rows there are for so many things. */
  public static int rows(int things) {
    return things % 2 == 0 || things == 1 ? things : 2 * things;
  }

  /**
   * Returns a row: the numbers from 0 below {@code things} in its order.
   *
   * @param number which one, counted from 0; behind the last the first comes again
   */
  public static List<Integer> row(int things, int number) {
    int row = Math.floorMod(number, rows(things));
    return IntStream.range(0, things)
        .map(place -> row < things ? place : things - 1 - place)
        .map(place -> (zigzag(place, things) + row) % things)
        .boxed()
        .toList();
  }

  /** 0, n - 1, 1, n - 2, ...: its steps from place to place are all different. */
  private static int zigzag(int place, int things) {
    return place % 2 == 0 ? place / 2 : things - 1 - place / 2;
  }
}
