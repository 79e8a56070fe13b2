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

  /** What so far only a simulated world can bring about. */
  sealed interface Simulated extends Fault {}

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

  /** These machines lose their power: what was not synced is gone; lifting starts them again. */
  record PowerLoss(List<String> nodes) implements Simulated {
    /** Keeps its own copy. */
    public PowerLoss {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "power loss at " + String.join(" ", nodes);
    }
  }

  /** The processes of these nodes are killed and their data removed; lifting starts them empty. */
  record Wipe(List<String> nodes) implements Simulated {
    /** Keeps its own copy. */
    public Wipe {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "wipe " + String.join(" ", nodes);
    }
  }

  /**
   * The processes of these nodes are killed and a bit flips in what their disks held durably;
   * lifting starts them, on a sound copy where they refuse to start on the damaged one.
   */
  record Corrupt(List<String> nodes) implements Simulated {
    /** Keeps its own copy. */
    public Corrupt {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "corrupt the disk of " + String.join(" ", nodes);
    }
  }

  /** These nodes are taken out of the cluster's configuration; lifting takes them in again. */
  record Remove(List<String> nodes) implements Simulated {
    /** Keeps its own copy. */
    public Remove {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "remove " + String.join(" ", nodes);
    }
  }

  /**
   * The monotonic clocks of these nodes run fast or slow.
   *
   * @param percent of the right rate
   */
  record ClockRate(List<String> nodes, int percent) implements Simulated {
    /** Keeps its own copy. */
    public ClockRate {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "clock at " + percent + " % at " + String.join(" ", nodes);
    }
  }

  /** Every sync of these nodes' disks takes this much longer. */
  record SlowDisk(List<String> nodes, long syncNanos) implements Simulated {
    /** Keeps its own copy. */
    public SlowDisk {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String describe() {
      return "disk slower by " + syncNanos / 1_000_000 + " ms at " + String.join(" ", nodes);
    }
  }

  /**
   * Single messages along these links are lost, arrive twice, or are overtaken by later ones.
   *
   * @param lossPercent how many are lost
   * @param duplicatePercent how many arrive twice
   * @param reorderNanos by how much at most some come later
   * @param latePercent how many do
   */
  record Unreliable(
      List<Link> links, int lossPercent, int duplicatePercent, long reorderNanos, int latePercent)
      implements Simulated {
    /** Keeps its own copy. */
    public Unreliable {
      links = List.copyOf(links);
    }

    @Override
    public String describe() {
      return "unreliable "
          + links.size()
          + " links: "
          + lossPercent
          + " % lost, "
          + duplicatePercent
          + " % twice, "
          + latePercent
          + " % up to "
          + reorderNanos / 1_000_000
          + " ms late";
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
