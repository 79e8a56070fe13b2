package io.quorate.simulation.cluster;

import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.sim.SimNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node: its machine, which stays, and the process on it, which comes and goes. */
final class Life {
  final SimNode node;
  final NodeClock clock = new NodeClock();

  /** The last setting of each timer; an earlier one is heard no more. */
  final Map<Timer.Name, Long> timers = new EnumMap<>(Timer.Name.class);

  /** How much longer each sync of its disk takes than usual. */
  long slowerNanos;

  /** What makes its damaged disk sound again, or null. */
  @Nullable Runnable repair;

  /** Whether its disk was emptied, and no process took it as it is. */
  boolean emptied;

  /** How often its process started or ended: another number, another process. */
  long number;

  /** What waits for a paused process, or null. */
  @Nullable List<Event> waiting;

  Life(SimNode node) {
    this.node = node;
  }

  /** A new process, or none: the old one's timers and what waited for it are gone. */
  void turn() {
    number++;
    waiting = null;
    timers.replaceAll((name, setting) -> setting + 1);
  }

  void pause() {
    if (waiting == null) {
      waiting = new ArrayList<>();
    }
  }
}
