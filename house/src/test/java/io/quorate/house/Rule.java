package io.quorate.house;

import java.util.List;
import java.util.function.Function;

/**
 * A law of the house.
 *
 * @param name a word for the exceptions file
 * @param look finds the places where it is not kept
 */
record Rule(String name, Function<House, List<Breach>> look) {
  List<Breach> breaches(House house) {
    return look.apply(house);
  }

  @Override
  public String toString() {
    return name;
  }
}
