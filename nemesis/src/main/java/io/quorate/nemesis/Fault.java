package io.quorate.nemesis;

import io.quorate.history.Link;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A fault with its targets resolved: what a world is told to inject, and later to lift. */
public sealed interface Fault {
  /** The kind and target in words, for people: {@code partition isolate n3 with c3}. */
  String describe();

  /**
   * Directed links are cut: nothing sent along them arrives, and streams stall.
   *
   * @param name the shape in words: {@code isolate n3 with c3}
   * @param grudge the links cut
   */
  record Partition(String name, List<Link> grudge) implements Fault {
    /** Sorts the links and drops repetitions. */
    public Partition {
      Set<Link> sorted = new TreeSet<>(Comparator.naturalOrder());
      sorted.addAll(grudge);
      grudge = List.copyOf(sorted);
    }

    @Override
    public String describe() {
      return "partition " + name;
    }
  }

  /** The processes of these nodes are killed by SIGKILL; lifting starts them again. */
  record Kill(List<String> nodes) implements Fault {
    /** Keeps its own copy. */
    public Kill {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "kill " + String.join(" ", nodes);
    }
  }

  /** The processes of these nodes are stopped by SIGSTOP; lifting continues them. */
  record Pause(List<String> nodes) implements Fault {
    /** Keeps its own copy. */
    public Pause {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "pause " + String.join(" ", nodes);
    }
  }

  /** What is sent along these links arrives, but later by this much each way. */
  record Delay(List<Link> links, long delayNanos, long jitterNanos) implements Fault {
    /** Keeps its own copy. */
    public Delay {
      links = List.copyOf(links);
    }

    @Override
    public String describe() {
      return "delay " + delayNanos / 1_000_000 + " ms on " + links.size() + " links";
    }
  }
}
