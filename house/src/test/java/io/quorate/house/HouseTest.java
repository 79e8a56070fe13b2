package io.quorate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, but for the written exceptions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
  /**
   * What the rules must at least have seen, or they hold nothing. To raise them, take nine tenths
   * of what {@code the house:} says at the end of this test's output; do it whenever a module
   * lands.
   */
  private static final int FEWEST_CLASSES = 1100;

  private static final int FEWEST_SOURCES = 700;

  private House house;
  private Exceptions exceptions;

  @BeforeAll
  void look() throws IOException {
    house = House.ours();
    exceptions = Exceptions.read(Path.of("exceptions.txt"));
  }

  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeeps(Rule rule) {
    List<Breach> breaches = exceptions.remaining(rule, rule.breaches(house));

    assertThat(breaches)
        .withFailMessage(() ->
            "%s is broken in %d places:%n%s"
                .formatted(
                    rule,
                    breaches.size(),
                    breaches.stream()
                        .map(breach -> "  " + breach)
                        .collect(Collectors.joining("\n"))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anExceptionThatNothingNeedsIsTakenOut(Rule rule) {
    assertThat(exceptions.stale(rule, rule.breaches(house))).isEmpty();
  }

  @Test
  void anExceptionNamesARule() {
    assertThat(Rules.all()).extracting(Rule::name).containsAll(exceptions.rules());
  }

  @Test
  void enoughWasSeenForTheRulesToHold() {
    assertThat(house.classes().size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
    assertThat(house.sources().size()).isGreaterThanOrEqualTo(FEWEST_SOURCES);
  }

  @Test
  void everySourceWasCompiled() {
    List<String> uncompiled =
        house.sources().stream()
            .filter(source -> !source.isPackageInfo())
            .filter(source -> !house.classes().contain(source.mainType()))
            .map(source -> source.path().toString())
            .toList();

    assertThat(uncompiled).isEmpty();
  }

  @AfterAll
  void say() {
    System.out.printf(
        "the house: %d classes, %d sources; %s%n",
        house.classes().size(), house.sources().size(), Sizes.summary(house));
  }
}
