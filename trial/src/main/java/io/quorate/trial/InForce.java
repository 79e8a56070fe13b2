package io.quorate.trial;

import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was commanded and not yet lifted.
 *
 * @param as the schedule's own name for it
 * @param id its id in the history
 * @param fault what was injected
 * @param struck the nodes it strikes: those cut off from the majority, killed or paused
 * @param confirmedNanos when evidence showed it in force, or {@link Long#MAX_VALUE}
 */
record InForce(String as, String id, Fault fault, List<String> struck, long confirmedNanos) {
  /** Keeps its own copy. */
  InForce {
    struck = List.copyOf(struck);
  }

  InForce confirmedAt(long nanos) {
    return new InForce(as, id, fault, struck, nanos);
  }

  /** Returns the history's line for this fault reaching {@code phase}. */
  Entry.Disturbed entry(long now, Entry.Phase phase, @Nullable Evidence evidence) {
    return new Entry.Disturbed(now, id, fault.describe(), phase, links(), nodes(), evidence);
  }

  private List<Link> links() {
    return switch (fault) {
      case Fault.Partition p -> p.grudge();
      case Fault.Delay d -> d.links();
      case Fault.Unreliable u -> u.links();
      case Fault.Kill k -> List.of();
      case Fault.Pause p -> List.of();
      case Fault.PowerLoss p -> List.of();
      case Fault.Wipe w -> List.of();
      case Fault.Corrupt c -> List.of();
      case Fault.Remove r -> List.of();
      case Fault.ClockRate c -> List.of();
      case Fault.SlowDisk d -> List.of();
    };
  }

  private List<String> nodes() {
    return switch (fault) {
      case Fault.Partition p -> List.of();
      case Fault.Delay d -> List.of();
      case Fault.Unreliable u -> List.of();
      case Fault.Kill k -> k.nodes();
      case Fault.Pause p -> p.nodes();
      case Fault.PowerLoss p -> p.nodes();
      case Fault.Wipe w -> w.nodes();
      case Fault.Corrupt c -> c.nodes();
      case Fault.Remove r -> r.nodes();
      case Fault.ClockRate c -> c.nodes();
      case Fault.SlowDisk d -> d.nodes();
    };
  }
}
