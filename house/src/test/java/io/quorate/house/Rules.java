package io.quorate.house;

import java.util.List;
import java.util.stream.Stream;

/** Every rule of the house. */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    return Stream.of(Arrows.rules(), Bans.rules(), HashOrder.rules(), Sizes.rules(), Words.rules())
        .flatMap(List::stream)
        .toList();
  }

  static Rule named(String name) {
    return all().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }
}
