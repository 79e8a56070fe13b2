package io.quorate.simulation.net;

import io.quorate.history.Link;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One direction between two places: which faults are on it, and what waits for it to heal. */
final class Wire {
  /** Most messages that wait in a cut wire; a stream's buffers hold no more. */
  static final int HELD_LIMIT = 1_024;

  final Link link;
  final Set<String> cuts = new TreeSet<>();
  final Map<String, Slowness> slowed = new TreeMap<>();
  final Map<String, Noise> noisy = new TreeMap<>();
  final Deque<Runnable> held = new ArrayDeque<>();
  long lastArrival;

  Wire(Link link) {
    this.link = link;
  }

  boolean isCut() {
    return !cuts.isEmpty();
  }

  void hold(Runnable arrival) {
    if (held.size() < HELD_LIMIT) {
      held.add(arrival);
    }
  }
}
