package io.quorate.results.measures;

import java.util.List;

/**
 * A part of the cluster that a fault left connected, with the clients that can reach it.
 *
 * @param name for people: {@code n1 n2 n4 n5 + c1 c2}
 * @param nodes the nodes of it, in their order; empty for clients that reach no node at all
 * @param clients the client groups that reach it in both directions; a group that reaches several
 *     sides is listed on the one with the majority
 * @param majority whether a node of it sees, itself included and in both directions, more than half
 *     of all nodes, so that it could lead
 */
public record Side(String name, List<String> nodes, List<String> clients, boolean majority) {
  /** Keeps its own copies. */
  public Side {
    nodes = List.copyOf(nodes);
    clients = List.copyOf(clients);
  }

  /** Returns the side of these places under the name made of them. */
  public static Side named(List<String> nodes, List<String> clients, boolean majority) {
    String left = nodes.isEmpty() ? "no node" : String.join(" ", nodes);
    String name = clients.isEmpty() ? left : left + " + " + String.join(" ", clients);
    return new Side(name, nodes, clients, majority);
  }

  /** Whether any client can ask it. */
  public boolean hasClients() {
    return !clients.isEmpty();
  }
}
