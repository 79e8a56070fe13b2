package io.quorate.trial;

import io.quorate.history.Completion;
import io.quorate.history.Evidence;
import io.quorate.nemesis.NodeView;
import java.util.List;

/** What happens to a trial. A world hands events over one by one, with the time it is. */
public sealed interface Event {
  /** Time has passed; nothing else happened. */
  record Tick() implements Event {}

  /**
   * A client session completed its operation.
   *
   * @param worker whose session it was
   * @param process the process number the operation was invoked under; a stale one is ignored
   * @param node the node that answered, or was asked last
   */
  record Completed(int worker, long process, Completion completion, String node) implements Event {}

  /** The nodes were asked what they believe they are. */
  record Observed(List<NodeView> views) implements Event {
    /** Keeps its own copy. */
    public Observed {
      views = List.copyOf(views);
    }
  }

  /** The fault was injected, and looked at right after. */
  record Landed(String id, Evidence evidence) implements Event {}

  /** The fault was looked at while in force. */
  record Looked(String id, Evidence evidence) implements Event {}

  /** The fault was lifted, and looked at right after. */
  record Healed(String id, Evidence evidence) implements Event {}

  /** The world could not inject, look at or lift the fault. */
  record Failed(String id, String reason) implements Event {}

  /** The toolkit's own process stood still for a while. */
  record Stalled(long fromNanos, long toNanos, String cause) implements Event {}

  /** A streaming check saw a violation, or the user interrupts: stop here. */
  record Alarm(String reason) implements Event {}
}
