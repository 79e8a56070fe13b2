package io.quorate.checker.laws;

import io.quorate.history.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers broken laws: the first of each law and node, and how many there were. */
final class Breaches {
  private record Of(Law law, String node) {}

  private final SortedMap<Of, BrokenLaw> first =
      new TreeMap<>(Comparator.comparing(Of::law).thenComparing(Of::node));
  private long all;

  void add(Law law, Observation line, String sentence) {
    add(new BrokenLaw(law, sentence, line.node(), line.boot(), line.sequence()));
  }

  void add(BrokenLaw breach) {
    all++;
    first.putIfAbsent(new Of(breach.law(), breach.node()), breach);
  }

  long all() {
    return all;
  }

  /** Returns the first ones, in the order of the laws. */
  List<BrokenLaw> told(int most) {
    List<BrokenLaw> told = new ArrayList<>(first.values());
    return told.subList(0, Math.min(most, told.size()));
  }
}
