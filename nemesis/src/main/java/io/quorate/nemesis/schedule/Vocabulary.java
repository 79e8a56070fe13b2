package io.quorate.nemesis.schedule;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The words of the language, and what is meant where nothing is said. */
final class Vocabulary {
  static final List<String> TOP = List.of("name", "about", "needs", "repeat", "steps");
  static final List<String> VERBS =
      List.of("wait", "inject", "await", "reads", "heal", "any-of", "each-of");
  static final List<String> STEP =
      Stream.concat(VERBS.stream(), Stream.of("as", "patience", "every")).toList();
  static final List<String> SHAPES = List.of("halves", "majorities-ring", "bridge");
  static final List<String> KINDS =
      List.of(
          "isolate",
          "halves",
          "majorities-ring",
          "bridge",
          "one-way",
          "cut",
          "kill",
          "pause",
          "slow",
          "power-loss",
          "wipe",
          "corrupt",
          "remove",
          "clock",
          "slow-disk",
          "unreliable");
  static final List<String> FAULT =
      Stream.concat(
              KINDS.stream(),
              Stream.of(
                  "with-clients",
                  "direction",
                  "delay",
                  "jitter",
                  "percent",
                  "sync",
                  "loss",
                  "duplicate",
                  "reorder",
                  "late"))
          .toList();
  static final List<String> ROLES =
      List.of(
          "leader",
          "follower",
          "bystander",
          "one",
          "minority",
          "leader-minority",
          "majority",
          "all");
  static final String LEADER_AND = "leader-and";
  static final List<String> CONDITIONS = List.of("leader-outside", "write-outside");
  static final List<String> READS = List.of("at", "times", "every");

  static final String DRAWN = "drawn";
  static final String ANY_LEADER = "any-leader";
  static final String EVERYWHERE = "everywhere";
  static final String RANGE = "..";

  static final Duration INJECT_PATIENCE = Duration.ofSeconds(5);
  static final Duration AWAIT_PATIENCE = Duration.ofSeconds(10);
  static final Duration LEAST_EVERY = Duration.ofMillis(1);
  static final Duration READS_EVERY = Duration.ofMillis(100);

  static final int MAX_STEPS = 10_000;
  static final int MAX_NAMES = 100;
  static final int MAX_LINKS = 5_000;
  static final int MAX_READS = 1_000;

  /** Clocks between a tenth and ten times the right rate. */
  static final int MAX_CLOCK_PERCENT = 1_000;

  static final int MIN_CLOCK_PERCENT = 10;

  private Vocabulary() {}
}
