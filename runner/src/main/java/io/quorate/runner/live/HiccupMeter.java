package io.quorate.runner.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

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
  private final Listener listener;
  private final LongSupplier nanoTime;
  private final LongConsumer park;
  private final Thread thread;

  /** A meter that tells {@code listener}; it measures from {@link #start} on. */
  HiccupMeter(Listener listener) {
    this(listener, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * A meter with this clock.
   *
   * @param park lets this many nanoseconds pass, or more
   */
  HiccupMeter(Listener listener, LongSupplier nanoTime, LongConsumer park) {
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.park = park;
    thread = Thread.ofPlatform().name("hiccup-meter").daemon().unstarted(this::measure);
  }

  /** Starts to measure. */
  void start() {
    thread.start();
  }

  /** Measures until closed. */
  void measure() {
    long last = nanoTime.getAsLong();
    while (open.get()) {
      park.accept(PERIOD_NANOS);
      long now = nanoTime.getAsLong();
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
