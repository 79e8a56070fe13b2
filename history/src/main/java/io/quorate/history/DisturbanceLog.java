package io.quorate.history;

import io.quorate.history.Disturbance.Fate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the disturbances of a run together from the lines of their phases. */
final class DisturbanceLog {
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  void add(Entry.Disturbed line) {
    drafts.computeIfAbsent(line.id(), id -> new Draft()).add(line);
  }

  /** Returns them in the order of their first lines. */
  List<Disturbance> disturbances() {
    return drafts.values().stream().map(Draft::disturbance).toList();
  }

  /**
   * One disturbance as far as its lines tell. Of a phase told twice the first time counts. Words
   * and targets are those of the last line that has any: a plan says "the leader", what was done
   * about it says which node that was.
   */
  private static final class Draft {
    private final Map<Entry.Phase, Long> times = new EnumMap<>(Entry.Phase.class);
    private final List<Evidence> evidence = new ArrayList<>();
    private Fate fate = Fate.WAITING;
    private String id = "";
    private String fault = "";
    private List<Link> links = List.of();
    private List<String> nodes = List.of();

    void add(Entry.Disturbed line) {
      id = line.id();
      fault = line.fault();
      links = line.links().isEmpty() ? links : line.links();
      nodes = line.nodes().isEmpty() ? nodes : line.nodes();
      if (line.evidence() != null) {
        evidence.add(line.evidence());
      }
      times.putIfAbsent(line.phase(), line.timeNanos());
      fate = fate.then(line.phase());
    }

    Disturbance disturbance() {
      return new Disturbance(
          id,
          fault,
          fate,
          time(Entry.Phase.PLANNED),
          time(Entry.Phase.COMMANDED),
          time(Entry.Phase.CONFIRMED),
          time(Entry.Phase.LIFTED),
          time(Entry.Phase.CONFIRMED_LIFTED),
          links,
          nodes,
          evidence);
    }

    private long time(Entry.Phase phase) {
      return times.getOrDefault(phase, Disturbance.NEVER);
    }
  }
}
