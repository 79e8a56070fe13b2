package io.quorate.nemesis.schedule;

import io.quorate.history.Link;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.partition.Grudges;
import io.quorate.nemesis.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks whether a schedule can be run on a cluster. */
final class Fit {
  private final Schedule schedule;
  private final List<String> nodes;
  private final Set<String> places;

  Fit(Schedule schedule, List<String> nodes) {
    this.schedule = schedule;
    this.nodes = nodes;
    places = new TreeSet<>(nodes);
    nodes.forEach(node -> places.add(Grudges.clientsBeside(node)));
  }

  /** Returns what is wrong, if anything is. */
  Optional<String> complaint() {
    int needed = Math.max(needed(schedule.steps()), schedule.minNodes());
    if (nodes.size() < needed) {
      return Optional.of(
          "schedule %s needs %d nodes, the cluster has %d: give it more, or choose another schedule"
              .formatted(schedule.name(), needed, nodes.size()));
    }
    NamesInForce names = new NamesInForce();
    for (int i = 0; i < schedule.steps().size(); i++) {
      Step step = schedule.steps().get(i);
      Optional<String> wrong = names.after(step).or(() -> unknownPlaces(step));
      if (wrong.isPresent()) {
        return Optional.of(
            "schedule %s, step %d: %s".formatted(schedule.name(), i + 1, wrong.get()));
      }
    }
    return Optional.empty();
  }

  /** Returns how many nodes there must be for all of {@code steps}. */
  static int needed(List<Step> steps) {
    return steps.stream().mapToInt(Fit::needed).max().orElse(1);
  }

  private static int needed(Step step) {
    return switch (step) {
      case Step.Inject i -> needed(i.fault());
      case Step.AnyOf any -> any.ways().stream().mapToInt(Fit::needed).max().orElse(1);
      case Step.EachOf each -> each.ways().stream().mapToInt(Fit::needed).min().orElse(1);
      case Step.Wait w -> 1;
      case Step.Await a -> 1;
      case Step.Reads r -> 1;
      case Step.Heal h -> 1;
    };
  }

  private static int needed(FaultSpec fault) {
    return switch (fault) {
      case FaultSpec.Isolate i -> neededToCut(i.target());
      case FaultSpec.OneWay o -> neededToCut(o.target());
      case FaultSpec.Halves h -> 2;
      case FaultSpec.MajoritiesRing r -> 3;
      case FaultSpec.Bridge b -> 3;
      case FaultSpec.Cut c -> 1;
      case FaultSpec.Kill k -> needed(k.target());
      case FaultSpec.Pause p -> needed(p.target());
      case FaultSpec.Slow s -> needed(s.target());
      case FaultSpec.PowerLoss p -> needed(p.target());
      case FaultSpec.Wipe w -> needed(w.target());
      case FaultSpec.Corrupt c -> needed(c.target());
      case FaultSpec.Remove r -> Math.max(2, needed(r.target()));
      case FaultSpec.ClockRate c -> needed(c.target());
      case FaultSpec.SlowDisk d -> needed(d.target());
      case FaultSpec.Unreliable u -> needed(u.target());
    };
  }

  /** Somebody must be left to be cut off from. */
  private static int neededToCut(Target target) {
    return target instanceof Target.LeaderAnd l ? l.followers() + 2 : Math.max(2, needed(target));
  }

  private static int needed(Target target) {
    return switch (target) {
      case Target.Minority m -> 3;
      case Target.LeaderMinority m -> 3;
      case Target.Follower f -> 2;
      case Target.LeaderAnd l -> l.followers() + 1;
      case Target.Bystander b -> 2;
      case Target.Leader l -> 1;
      case Target.One o -> 1;
      case Target.Majority m -> 1;
      case Target.All a -> 1;
      case Target.Named named -> 1;
    };
  }

  private Optional<String> unknownPlaces(Step step) {
    return step.all().map(this::unknownPlace).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> unknownPlace(Step step) {
    if (!(step instanceof Step.Inject inject)) {
      return Optional.empty();
    }
    return switch (inject.fault()) {
      case FaultSpec.Cut c ->
          unknown(c.links().stream().flatMap(Fit::ends).toList(), places, "node or client group");
      case FaultSpec.Isolate i -> unknown(i.target());
      case FaultSpec.OneWay o -> unknown(o.target());
      case FaultSpec.Kill k -> unknown(k.target());
      case FaultSpec.Pause p -> unknown(p.target());
      case FaultSpec.Slow s -> unknown(s.target());
      case FaultSpec.PowerLoss p -> unknown(p.target());
      case FaultSpec.Wipe w -> unknown(w.target());
      case FaultSpec.Corrupt c -> unknown(c.target());
      case FaultSpec.Remove r -> unknown(r.target());
      case FaultSpec.ClockRate c -> unknown(c.target());
      case FaultSpec.SlowDisk d -> unknown(d.target());
      case FaultSpec.Unreliable u -> unknown(u.target());
      case FaultSpec.Halves h -> Optional.empty();
      case FaultSpec.MajoritiesRing r -> Optional.empty();
      case FaultSpec.Bridge b -> Optional.empty();
    };
  }

  private static Stream<String> ends(Link link) {
    return Stream.of(link.from(), link.to());
  }

  private Optional<String> unknown(Target target) {
    return target instanceof Target.Named named
        ? unknown(named.nodes(), new TreeSet<>(nodes), "node")
        : Optional.empty();
  }

  private static Optional<String> unknown(List<String> names, Set<String> known, String what) {
    return names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "unknown " + what + " " + Words.quoted(name) + Words.remedy(name, known));
  }
}
