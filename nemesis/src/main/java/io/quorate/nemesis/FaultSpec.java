package io.quorate.nemesis;

import io.quorate.history.Link;
import java.time.Duration;
import java.util.List;

/** A fault as a schedule writes it: the kind, and targets still by role. */
public sealed interface FaultSpec {
  /** The kind and the role in words, for people: {@code partition isolate leader}. */
  default String describe() {
    return switch (this) {
      case Isolate i ->
          "partition isolate " + i.target().role() + (i.withClients() ? " with clients" : "");
      case Halves h -> "partition halves";
      case MajoritiesRing r -> "partition majorities ring";
      case Bridge b -> "partition bridge";
      case OneWay o -> "partition one-way " + (o.outbound() ? "from " : "to ") + o.target().role();
      case Cut c -> "partition cut of " + c.links().size() + " links";
      case Kill k -> "kill " + k.target().role();
      case Pause p -> "pause " + p.target().role();
      case Slow s -> "delay " + s.delay().toMillis() + " ms at " + s.target().role();
      case PowerLoss p -> "power loss at " + p.target().role();
      case Wipe w -> "wipe " + w.target().role();
      case Corrupt c -> "corrupt the disk of " + c.target().role();
      case Remove r -> "remove " + r.target().role();
      case ClockRate c -> "clock at " + c.percent() + " % at " + c.target().role();
      case SlowDisk d -> "disk slower by " + d.sync().toMillis() + " ms at " + d.target().role();
      case Unreliable u -> "unreliable links at " + u.target().role();
    };
  }

  /**
   * Cuts {@code target} off from all other nodes.
   *
   * @param withClients whether the clients beside the target go with it; otherwise they stay with
   *     the others
   */
  record Isolate(Target target, boolean withClients) implements FaultSpec {}

  /** Cuts the cluster in two: the smaller half holds the leader or not, or is drawn. */
  record Halves(boolean withClients) implements FaultSpec {}

  /** Every node sees a majority, no two see the same one. */
  record MajoritiesRing() implements FaultSpec {}

  /** Two halves that see one another only through one node. */
  record Bridge() implements FaultSpec {}

  /** What {@code target} sends does not arrive ({@code outbound}), or nothing arrives at it. */
  record OneWay(Target target, boolean outbound) implements FaultSpec {}

  /** Exactly these links. */
  record Cut(List<Link> links) implements FaultSpec {
    /** Keeps its own copy. */
    public Cut {
      links = List.copyOf(links);
    }
  }

  /** SIGKILL, started again at the heal. */
  record Kill(Target target) implements FaultSpec {}

  /** SIGSTOP, continued at the heal. */
  record Pause(Target target) implements FaultSpec {}

  /** Slows all links that touch {@code target}. */
  record Slow(Target target, Duration delay, Duration jitter) implements FaultSpec {}

  /** Un-synced bytes gone, started again at the heal. */
  record PowerLoss(Target target) implements FaultSpec {}

  /** SIGKILL and an empty disk, started again at the heal. */
  record Wipe(Target target) implements FaultSpec {}

  /** SIGKILL and a flipped bit on the disk, started again at the heal. */
  record Corrupt(Target target) implements FaultSpec {}

  /** Taken out of the configuration, and in again at the heal. */
  record Remove(Target target) implements FaultSpec {}

  /** Clocks at this percentage of the right rate. */
  record ClockRate(Target target, int percent) implements FaultSpec {}

  /** Syncs that take this much longer. */
  record SlowDisk(Target target, Duration sync) implements FaultSpec {}

  /**
   * Loses, doubles and reorders messages on all links that touch {@code target}.
   *
   * @param reorder by how much at most some come later
   * @param latePercent how many do
   */
  record Unreliable(
      Target target, int lossPercent, int duplicatePercent, Duration reorder, int latePercent)
      implements FaultSpec {
    /** How many of a hundred messages come late unless a schedule says otherwise. */
    public static final int USUALLY_LATE = 50;
  }

  /** Whom a fault strikes. */
  sealed interface Target {
    /** The role in words: {@code leader}, {@code n1 n2}. */
    default String role() {
      return switch (this) {
        case Leader l -> "leader";
        case Follower f -> "a follower";
        case LeaderAnd l -> "leader and " + l.followers() + " more";
        case One o -> "one";
        case Bystander b -> "a bystander";
        case Minority m -> "a minority";
        case LeaderMinority m -> "a minority with the leader";
        case Majority m -> "a majority";
        case All a -> "all";
        case Named n -> String.join(" ", n.nodes());
      };
    }

    /** The node with the highest term claimed by a live leader. */
    record Leader() implements Target {}

    /** One node that is not the leader, drawn. */
    record Follower() implements Target {}

    /** The leader and so many other nodes, drawn. */
    record LeaderAnd(int followers) implements Target {
      /** Refuses fewer than no other. */
      public LeaderAnd {
        if (followers < 0) {
          throw new IllegalArgumentException("a leader and " + followers + " more");
        }
      }
    }

    /**
     * One node, drawn, that is not the leader and that no fault in force strikes, but for those
     * that strike all.
     */
    record Bystander() implements Target {}

    /** One node, drawn. */
    record One() implements Target {}

    /** As many nodes as may fail without losing the majority, drawn. */
    record Minority() implements Target {}

    /** The leader and followers, drawn: as many nodes as may fail. */
    record LeaderMinority() implements Target {}

    /** The smallest majority, drawn. */
    record Majority() implements Target {}

    /** Every node. */
    record All() implements Target {}

    /** These nodes by name. */
    record Named(List<String> nodes) implements Target {
      /** Keeps its own copy. */
      public Named {
        nodes = List.copyOf(nodes);
      }
    }
  }
}
