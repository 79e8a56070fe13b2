package io.quorate.runner.real;

import io.quorate.results.RoleSample;
import io.quorate.simulation.cluster.Led;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who led when, by what nodes said of themselves now and then. */
final class Reigns {
  private Reigns() {}

  /**
   * Returns every time in which a node said again and again that it leads one term: from the first
   * to the last time that it said so, no longer.
   */
  static List<Led> seen(List<RoleSample> samples) {
    List<Led> past = new ArrayList<>();
    Map<String, Led> present = new TreeMap<>();
    for (RoleSample sample : samples) {
      Led reign = present.get(sample.node());
      boolean leads = sample.role().equals(RoleSample.LEADER);
      boolean goesOn = leads && reign != null && reign.term() == sample.term();
      if (reign != null && !goesOn) {
        past.add(reign);
        present.remove(sample.node());
      }
      if (leads) {
        long from = goesOn && reign != null ? reign.fromNanos() : sample.atNanos();
        present.put(sample.node(), new Led(sample.node(), sample.term(), from, sample.atNanos()));
      }
    }
    past.addAll(present.values());
    return past;
  }
}
