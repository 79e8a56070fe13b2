package io.quorate.results.measures;

import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the clients live: worker {@code w} of {@code workers} lives beside node {@code w mod nodes}
 * in the client group {@code c1}, {@code c2}, ... of that node.
 *
 * <p>A process that crashed comes back under {@code process + workers}, so the worker is the
 * process number modulo the workers.
 *
 * @param nodes the nodes in their order
 * @param workers how many workers the run had, {@link #UNKNOWN} when nobody knows
 */
public record Homes(List<String> nodes, int workers) {
  /** The number of workers of a history that came from elsewhere: nobody has a home. */
  public static final int UNKNOWN = 0;

  /** Refuses a negative number of workers. */
  public Homes {
    nodes = List.copyOf(nodes);
    if (workers < 0) {
      throw new IllegalArgumentException("workers must not be negative, got " + workers);
    }
  }

  /** Whether every operation can be told its client group. */
  public boolean known() {
    return workers != UNKNOWN && !nodes.isEmpty();
  }

  /** Returns the client groups that hold at least one worker, in the order of their nodes. */
  public List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < Math.min(workers, nodes.size()); i++) {
      groups.add(group(i));
    }
    return groups;
  }

  /** Returns the client group beside the node with index {@code node}. */
  static String group(int node) {
    return "c" + (node + 1);
  }

  /** Returns the client group of the process that ran {@code operation}; homes must be known. */
  public String of(Operation operation) {
    if (!known()) {
      throw new IllegalStateException(
          "nobody knows where process " + operation.process() + " lives");
    }
    long worker = Math.floorMod(operation.process(), (long) workers);
    return group((int) (worker % nodes.size()));
  }
}
