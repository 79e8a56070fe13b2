package io.quorate.cluster;

import io.quorate.history.Link;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;

/**
 * Power over the directed links of a world. Safe for use by several threads.
 *
 * <p>Faults overlap: a link is cut while any fault in force cuts it, and delays add up. Every
 * method throws {@link IllegalArgumentException} for a link that the world does not have.
 */
public interface LinkControl {
  /**
   * Cuts {@code links} for {@code fault}, all at one instant: nothing sent along them passes, and
   * streams stall. Said again for the same fault it replaces what was said before.
   */
  void cut(String fault, Collection<Link> links);

  /**
   * Delays what is sent along {@code links}, each piece by {@code delay} and up to {@code jitter}
   * more; the order within a stream is kept.
   */
  void delay(String fault, Collection<Link> links, Duration delay, Duration jitter);

  /** Takes {@code fault} back; what stalled flows on. Faults not in force are ignored. */
  void lift(String fault);

  /** Takes every fault back. */
  void liftAll();

  /** Tears down, by a TCP reset on both ends, every connection that uses one of {@code links}. */
  void reset(Collection<Link> links);

  /** Returns the links that are cut by command; whether they truly are is for probes to say. */
  SortedSet<Link> cut();

  /** Returns every link of the world. */
  SortedSet<Link> links();

  /** Returns what has passed along {@code link} so far, and what is held. */
  LinkTraffic traffic(Link link);
}
