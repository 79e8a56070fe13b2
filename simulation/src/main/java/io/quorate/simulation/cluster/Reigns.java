package io.quorate.simulation.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who led when, as an observer beside every server would have written it down. */
final class Reigns {
  private final List<Led> past = new ArrayList<>();
  private final Map<String, Led> present = new TreeMap<>();

  void leads(String node, long term, long now) {
    Led reign = present.get(node);
    if (reign == null || reign.term() != term) {
      ends(node, now);
      present.put(node, new Led(node, term, now, Led.STILL));
    }
  }

  void ends(String node, long now) {
    Led reign = present.remove(node);
    if (reign != null) {
      past.add(new Led(node, reign.term(), reign.fromNanos(), now));
    }
  }

  /** All of them, those that go on last. */
  List<Led> all() {
    List<Led> all = new ArrayList<>(past);
    all.addAll(present.values());
    return all;
  }
}
