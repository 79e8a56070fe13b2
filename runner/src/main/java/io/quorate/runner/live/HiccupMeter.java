package io.quorate.runner.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees when the toolkit's own process stands still: a thread that wants to wake every millisecond
 * and reports each time it was kept from it for more than {@link #REPORTED_NANOS}.
 *
 * <p>What keeps it is the collector, the machine, or a SIGSTOP: all of them would be taken for the
 * latency of the system under test. After Gil Tene's jHiccup.
 */
final class HiccupMeter implements AutoCloseable {
  static final long REPORTED_NANOS = 20_000_000L;
  private static final long PERIOD_NANOS = 1_000_000L;

  /** Takes a stall. Times are of {@link System#nanoTime}. */
  interface Listener {
    void stalled(long fromNanoTime, long toNanoTime);
  }

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread thread;

  /** A meter that tells {@code listener}; it measures from {@link #start} on. */
  HiccupMeter(Listener listener) {
    thread = Thread.ofPlatform().name("hiccup-meter").daemon().unstarted(() -> measure(listener));
  }

  /** Starts to measure. */
  void start() {
    thread.start();
  }

  private void measure(Listener listener) {
    long last = System.nanoTime();
    while (open.get()) {
      LockSupport.parkNanos(PERIOD_NANOS);
      long now = System.nanoTime();
      if (now - last - PERIOD_NANOS > REPORTED_NANOS) {
        listener.stalled(last + PERIOD_NANOS, now);
      }
      last = now;
    }
  }

  @Override
  public void close() {
    open.set(false);
    LockSupport.unpark(thread);
  }
}
