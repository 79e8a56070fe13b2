package io.quorate.nemesis.schedule;

import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.yaml.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a schedule as YAML that {@link ScheduleReader} reads as the same value. */
final class ScheduleWriter {
  private final StringBuilder out = new StringBuilder();

  String write(Schedule schedule) {
    line("name: " + text(schedule.name()));
    line("about: " + text(schedule.about()));
    line("needs: {nodes: " + schedule.minNodes() + "}");
    line("repeat: " + schedule.repeat());
    line(schedule.steps().isEmpty() ? "steps: []" : "steps:");
    schedule.steps().forEach(step -> step("  ", "  ", step));
    return out.toString();
  }

  /**
   * Writes a step.
   *
   * @param lead what its first line begins with
   * @param indent what its further lines begin with
   */
  private void step(String lead, String indent, Step step) {
    switch (step) {
      case Step.Wait w -> line(lead + "- wait: " + wait(w));
      case Step.Inject i -> {
        line(lead + "- inject: " + fault(i.fault()));
        line(indent + "  as: " + text(i.as()));
        line(indent + "  patience: " + span(i.patience()));
      }
      case Step.Await a -> {
        line(lead + "- await: " + condition(a.condition()));
        line(indent + "  patience: " + span(a.patience()));
        if (!a.every().equals(Step.Await.USUALLY)) {
          line(indent + "  every: " + span(a.every()));
        }
      }
      case Step.Reads r ->
          line(
              lead
                  + "- reads: {at: %s, times: %d, every: %s}"
                      .formatted(place(r.place()), r.times(), span(r.every())));
      case Step.Heal h -> line(lead + "- heal: " + text(h.as()));
      case Step.AnyOf a -> ways(lead + "- any-of:", indent, a.ways());
      case Step.EachOf e -> ways(lead + "- each-of:", indent, e.ways());
    }
  }

  private void ways(String head, String indent, List<List<Step>> ways) {
    line(head);
    ways.forEach(way -> way(indent + "    ", way));
  }

  private void way(String indent, List<Step> way) {
    if (way.isEmpty()) {
      line(indent + "- []");
    }
    for (int i = 0; i < way.size(); i++) {
      step(indent + (i == 0 ? "- " : "  "), indent + "  ", way.get(i));
    }
  }

  private static String wait(Step.Wait wait) {
    String least = span(wait.least());
    return wait.least().equals(wait.most()) ? least : least + Vocabulary.RANGE + span(wait.most());
  }

  private static String fault(FaultSpec fault) {
    return switch (fault) {
      case FaultSpec.Isolate i ->
          "{isolate: %s, with-clients: %s}".formatted(target(i.target()), i.withClients());
      case FaultSpec.Halves h -> "{halves: drawn, with-clients: " + h.withClients() + "}";
      case FaultSpec.MajoritiesRing r -> "majorities-ring";
      case FaultSpec.Bridge b -> "bridge";
      case FaultSpec.OneWay o ->
          "{one-way: %s, direction: %s}".formatted(target(o.target()), o.outbound() ? "out" : "in");
      case FaultSpec.Cut c ->
          "{cut: "
              + list(c.links().stream().map(link -> link.from() + "->" + link.to()).toList())
              + "}";
      case FaultSpec.Kill k -> "{kill: " + target(k.target()) + "}";
      case FaultSpec.Pause p -> "{pause: " + target(p.target()) + "}";
      case FaultSpec.Slow s ->
          "{slow: %s, delay: %s, jitter: %s}"
              .formatted(target(s.target()), span(s.delay()), span(s.jitter()));
      case FaultSpec.PowerLoss p -> "{power-loss: " + target(p.target()) + "}";
      case FaultSpec.Wipe w -> "{wipe: " + target(w.target()) + "}";
      case FaultSpec.Corrupt c -> "{corrupt: " + target(c.target()) + "}";
      case FaultSpec.Remove r -> "{remove: " + target(r.target()) + "}";
      case FaultSpec.ClockRate c ->
          "{clock: %s, percent: %d}".formatted(target(c.target()), c.percent());
      case FaultSpec.SlowDisk d ->
          "{slow-disk: %s, sync: %s}".formatted(target(d.target()), span(d.sync()));
      case FaultSpec.Unreliable u ->
          "{unreliable: %s, loss: %d, duplicate: %d, reorder: %s, late: %d}"
              .formatted(
                  target(u.target()),
                  u.lossPercent(),
                  u.duplicatePercent(),
                  span(u.reorder()),
                  u.latePercent());
    };
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Leader l -> "leader";
      case Target.Follower f -> "follower";
      case Target.LeaderAnd l -> "{" + Vocabulary.LEADER_AND + ": " + l.followers() + "}";
      case Target.Bystander b -> "bystander";
      case Target.One o -> "one";
      case Target.Minority m -> "minority";
      case Target.LeaderMinority m -> "leader-minority";
      case Target.Majority m -> "majority";
      case Target.All a -> "all";
      case Target.Named named -> list(named.nodes());
    };
  }

  private static String condition(Step.Condition condition) {
    return switch (condition) {
      case Step.Condition.AnyLeader a -> Vocabulary.ANY_LEADER;
      case Step.Condition.LeaderOutside l -> "{leader-outside: " + text(l.as()) + "}";
      case Step.Condition.WriteOutside w -> "{write-outside: " + text(w.as()) + "}";
    };
  }

  private static String place(Step.Place place) {
    return switch (place) {
      case Step.Place.Everywhere e -> Vocabulary.EVERYWHERE;
      case Step.Place.Struck s -> text(s.as());
    };
  }

  private static String list(List<String> items) {
    return items.stream().map(ScheduleWriter::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String span(Duration span) {
    return Spans.write(span);
  }

  /** A plain word, or a text in double quotes with everything unusual escaped. */
  private static String text(String text) {
    if (text.matches("[a-zA-Z][a-zA-Z0-9]*([-.>]+[a-zA-Z0-9]+)*") && !isSpecial(text)) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
      quoted.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return quoted.append('"').toString();
  }

  private static boolean isSpecial(String word) {
    return List.of("true", "false", "null").contains(word.toLowerCase(Locale.ROOT));
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
