package io.quorate.cluster.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that moves every byte. Whatever it is asked to do, it does between two bytes, so a
 * set of cuts takes force at one instant.
 *
 * <p>If it ever dies, so do all links, and every later call says why.
 */
final class ProxyLoop implements AutoCloseable {
  /** The most that is moved from one socket before the next one has its turn. */
  static final int TURN_BYTES = 64 * 1024;

  private static final long STOP_MILLIS = 5_000;

  /** What a selection key stands for. */
  @FunctionalInterface
  interface Ready {
    void ready(SelectionKey key) throws IOException;
  }

  private record Alarm(long atNanos, Runnable work) {}

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::atNanos));
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(TURN_BYTES);

  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private volatile boolean stopping;
  private volatile @Nullable Throwable death;
  private final Thread thread = new Thread(this::run, "quorate-links");

  ProxyLoop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector for the link proxies", e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  Selector selector() {
    return selector;
  }

  /** Returns the buffer that is nobody's between two turns. */
  ByteBuffer scratch() {
    return scratch.clear();
  }

  /** Runs {@code work} on the loop's thread and returns what it returned. */
  <T> T call(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    tasks.add(() -> {
      try {
        done.complete(work.get());
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    });
    selector.wakeup();
    try {
      CompletableFuture.anyOf(done, ended).join();
      if (!done.isDone()) {
        throw new IllegalStateException("the link proxies are closed", death);
      }
      return done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : e;
    }
  }

  /** Runs {@code work} at {@code nanos} on the clock of {@link System#nanoTime}, or a bit later. */
  void at(long nanos, Runnable work) {
    alarms.add(new Alarm(nanos, work));
  }

  private void run() {
    try {
      while (!stopping) {
        turn();
      }
    } catch (IOException | RuntimeException | Error e) {
      death = e;
    } finally {
      closeEverything();
      ended.complete(true);
    }
  }

  private void turn() throws IOException {
    selector.select(timeoutMillis());
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid()) {
        ((Ready) key.attachment()).ready(key);
      }
    }
    selector.selectedKeys().clear();
    ring();
  }

  /** Rounds up, so that nothing is sent early; 0 means no end. */
  private long timeoutMillis() {
    Alarm next = alarms.peek();
    if (next == null) {
      return 0;
    }
    long left = next.atNanos() - System.nanoTime();
    return Math.max(1, (left + 999_999) / 1_000_000);
  }

  private void ring() {
    if (alarms.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    for (Alarm next = alarms.peek();
        next != null && next.atNanos() - now <= 0;
        next = alarms.peek()) {
      alarms.poll().work().run();
    }
  }

  private void closeEverything() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      death = e;
    }
  }

  /** Closes every listener and connection. Idempotent. */
  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
