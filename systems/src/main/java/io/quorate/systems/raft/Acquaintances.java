package io.quorate.systems.raft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a client knows of the nodes: which ones have answered on their present connection, and which
 * ones were silent and are left alone for a while.
 */
final class Acquaintances {
  /** For how many operations a silent node is left alone, unless it speaks up by itself. */
  static final int SHUNNED_OPERATIONS = 32;

  private final List<String> nodes;
  private final Set<String> answering = new TreeSet<>();
  private final Map<String, Integer> shunned = new TreeMap<>();

  Acquaintances(List<String> nodes) {
    this.nodes = nodes;
  }

  /** An operation begins: silent nodes are forgiven a little. */
  void nextOperation() {
    shunned.replaceAll((node, left) -> left - 1);
    shunned.values().removeIf(left -> left <= 0);
  }

  /** {@code node} answered something, even if too late. */
  void answered(String node) {
    answering.add(node);
    shunned.remove(node);
  }

  /** The connection to {@code node} is gone. */
  void lost(String node) {
    answering.remove(node);
  }

  /** {@code node} did not answer in time. */
  void silent(String node) {
    answering.remove(node);
    shunned.put(node, SHUNNED_OPERATIONS);
  }

  /** None of those that answer leads: the silent ones may be back, and are asked again. */
  void forgive() {
    shunned.clear();
  }

  /** Whether {@code node} has answered on its present connection. */
  boolean answers(String node) {
    return answering.contains(node);
  }

  boolean isShunned(String node) {
    return shunned.containsKey(node);
  }

  /** Returns how many nodes there are to ask, at least one. */
  int answering() {
    return Math.max(1, nodes.size() - shunned.size());
  }

  /** Returns the next node after {@code node} that is not shunned, around to itself. */
  String after(String node) {
    int at = nodes.indexOf(node);
    for (int step = 1; step < nodes.size(); step++) {
      String next = nodes.get((at + step) % nodes.size());
      if (!isShunned(next)) {
        return next;
      }
    }
    return node;
  }

  /** Returns {@code hint} where it is another node that may answer, else the next one. */
  String hinted(String hint, String node) {
    return nodes.contains(hint) && !hint.equals(node) && !isShunned(hint) ? hint : after(node);
  }
}
