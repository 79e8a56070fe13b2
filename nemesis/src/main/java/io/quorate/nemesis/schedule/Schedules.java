package io.quorate.nemesis.schedule;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.yaml.Item;
import io.quorate.nemesis.yaml.Words;
import io.quorate.nemesis.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Schedules as text, and those that come with the toolkit. To add one: a YAML file beside this
 * class, its name in {@link #NAMES}, a row in docs/schedules.md.
 */
public final class Schedules {
  /** The names of the schedules that come with the toolkit, the default one first. */
  public static final List<String> NAMES =
      List.of(
          "default",
          "calm",
          "partition-halves",
          "isolate-one",
          "isolate-leader",
          "isolate-leader-alone",
          "majorities-ring",
          "bridge",
          "one-way-out",
          "one-way-in",
          "flapping",
          "kill-one",
          "kill-leader",
          "kill-minority",
          "kill-majority",
          "kill-all",
          "pause-leader",
          "pause-minority",
          "rolling-restart",
          "kill-in-election",
          "voter-restarts",
          "cold-start",
          "cold-start-power",
          "restart-storm",
          "read-after-election",
          "lagging-follower",
          "leader-tail",
          "leaders-in-turn",
          "figure-8",
          "leaders-alternate",
          "partial-cut",
          "slow-links",
          "slow-leader",
          "slow-disk",
          "unreliable",
          "unreliable-kills",
          "late-answers",
          "late-confirmations",
          "clock-rate",
          "power-loss-leader",
          "power-loss-new-leader",
          "power-loss-minority",
          "power-loss-all",
          "corrupt-one",
          "replace-one",
          "wipe-voter",
          "membership",
          "membership-cut",
          "membership-halves",
          "membership-lagging",
          "membership-race",
          "systematic",
          "everything",
          "everything-simulated");

  private Schedules() {}

  /** Returns all schedules that come with the toolkit. */
  public static List<Schedule> all() {
    return NAMES.stream().map(Schedules::named).toList();
  }

  /**
   * Returns the schedule that comes with the toolkit under this name.
   *
   * @throws ScheduleException when there is none; it names the nearest one
   */
  public static Schedule named(String name) {
    return read(name, text(name));
  }

  /** Returns the text of the schedule that comes with the toolkit under this name. */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new ScheduleException(
          "unknown schedule " + Words.quoted(name) + Words.remedy(name, NAMES));
    }
    try (InputStream stream = Schedules.class.getResourceAsStream(name + ".yaml")) {
      if (stream == null) {
        throw new IllegalStateException("the schedule " + name + " is missing from the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a schedule.
   *
   * @param source how sentences call the text, and the schedule's name where it has none: a file's
   *     name
   * @throws ScheduleException one sentence with line and column
   */
  public static Schedule read(String source, String text) {
    try {
      return new ScheduleReader().read(source, Item.document(source, text));
    } catch (YamlException e) {
      throw new ScheduleException(String.valueOf(e.getMessage()));
    }
  }

  /** Writes {@code schedule} so that {@link #read} gives the same value. */
  public static String write(Schedule schedule) {
    return new ScheduleWriter().write(schedule);
  }

  /**
   * Refuses a schedule that cannot be run on this cluster: too few nodes, unknown names, steps that
   * name what is not in force.
   *
   * @throws ScheduleException one sentence
   */
  public static void requireFit(Schedule schedule, List<String> nodes) {
    Optional<String> complaint = new Fit(schedule, nodes).complaint();
    if (complaint.isPresent()) {
      throw new ScheduleException(complaint.get());
    }
  }

  /** Whether {@link #requireFit} has nothing against it. */
  public static boolean fits(Schedule schedule, List<String> nodes) {
    return new Fit(schedule, nodes).complaint().isEmpty();
  }

  /** Returns the ways of {@code each} that so many nodes are enough for. */
  public static List<List<Step>> fitting(Step.EachOf each, int nodes) {
    return each.ways().stream().filter(way -> Fit.needed(way) <= nodes).toList();
  }

  /** Returns those of {@code steps} that can stand behind the ones kept: names are in force. */
  public static List<Step> consistent(List<Step> steps) {
    NamesInForce names = new NamesInForce();
    return steps.stream().filter(step -> names.after(step).isEmpty()).toList();
  }

  /** Returns what a reader should know of {@code schedule}, one sentence each. */
  public static List<String> notes(Schedule schedule) {
    NamesInForce names = new NamesInForce();
    for (Step step : schedule.steps()) {
      Optional<String> wrong = names.after(step);
      if (wrong.isPresent()) {
        return List.of(wrong.get());
      }
    }
    String when = schedule.repeat() ? "before it starts over" : "at the end of its steps";
    return names.left().stream()
        .map(as -> Words.quoted(as) + " is never healed by a step: it is lifted " + when)
        .toList();
  }
}
