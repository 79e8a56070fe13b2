package io.quorate.trial;

import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.roles.Roles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wait for a state of the cluster: what was seen so far, and whether that is enough. */
final class Awaited {
  private final Step.Condition condition;
  private final @Nullable InForce outside;
  private final AcknowledgedWrites writes;
  private boolean reached;
  private @Nullable String key;

  /**
   * @param outside the fault that the condition names, or null when it names none
   */
  Awaited(Step.Condition condition, @Nullable InForce outside, AcknowledgedWrites writes) {
    this.condition = condition;
    this.outside = outside;
    this.writes = writes;
  }

  /** Returns the name of the fault that {@code condition} speaks of, or null. */
  static @Nullable String fault(Step.Condition condition) {
    return switch (condition) {
      case Step.Condition.LeaderOutside l -> l.as();
      case Step.Condition.WriteOutside w -> w.as();
      case Step.Condition.AnyLeader a -> null;
    };
  }

  boolean reached() {
    return reached;
  }

  /** Returns the key whose change ended the wait, or null. */
  @Nullable String key() {
    return key;
  }

  /** Whether the nodes have to be asked for what they believe they are. */
  boolean needsViews() {
    return !(condition instanceof Step.Condition.WriteOutside);
  }

  /** Takes what the nodes said of themselves. */
  void see(List<NodeView> views) {
    boolean found = new Roles(views).leader().filter(leader -> !struck(leader)).isPresent();
    reached |= needsViews() && found;
  }

  /**
   * Takes an acknowledged change. It counts when it was invoked after the fault was confirmed, was
   * answered by a node that the fault does not strike, and when its key had been written before the
   * fault: then the struck side holds an older value of it.
   */
  void see(AcknowledgedWrites.Change change) {
    if (condition instanceof Step.Condition.WriteOutside
        && outside != null
        && change.node() != null
        && !struck(change.node())
        && change.invokedNanos() > outside.confirmedNanos()
        && writes.writtenBefore(change.key(), outside.confirmedNanos())) {
      reached = true;
      key = change.key();
    }
  }

  private boolean struck(String node) {
    return outside != null && outside.struck().contains(node);
  }
}
