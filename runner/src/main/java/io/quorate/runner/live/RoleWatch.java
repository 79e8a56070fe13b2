package io.quorate.runner.live;

import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Observer;
import io.quorate.results.RoleSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Asks the nodes again and again what they believe they are, so that the charts can show who led
 * when. Nothing is decided by it.
 */
public final class RoleWatch implements AutoCloseable {
  /** The most samples kept of one run. */
  static final int SAMPLES_LIMIT = 200_000;

  private static final Duration EVERY = Duration.ofMillis(250);

  private final Observer observer;
  private final LongSupplier now;
  private final List<RoleSample> samples = new ArrayList<>();
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * Prepares to watch.
   *
   * @param now nanoseconds since the start of the run
   */
  public RoleWatch(Observer observer, LongSupplier now) {
    this.observer = observer;
    this.now = now;
    thread = Thread.ofPlatform().name("role-watch").daemon().unstarted(this::watch);
  }

  /** Starts to watch. */
  public void start() {
    thread.start();
  }

  /** Returns what was seen so far. */
  public synchronized List<RoleSample> samples() {
    return List.copyOf(samples);
  }

  private void watch() {
    while (open) {
      ask();
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  /** Asks once; an observer that fails has seen nobody. */
  void ask() {
    long at = now.getAsLong();
    try {
      keep(at, observer.observe());
    } catch (RuntimeException e) {
      keep(at, List.of());
    }
  }

  private synchronized void keep(long at, List<NodeView> views) {
    for (NodeView view : views) {
      if (samples.size() < SAMPLES_LIMIT) {
        String role = view.answered() ? view.role().name().toLowerCase(Locale.ROOT) : "unknown";
        samples.add(new RoleSample(view.node(), at, role, view.term()));
      }
    }
  }

  /** Stops to watch, at the latest when the question under way is answered. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
