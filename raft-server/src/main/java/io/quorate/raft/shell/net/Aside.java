package io.quorate.raft.shell.net;

import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Computes on one thread of its own, first come, first served. At most one step of each connection
 * waits, so that the number of connections bounds the queue.
 */
final class Aside implements Computing {
  private final Selector selector;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Aside::daemon);
  private final Queue<Runnable> computed = new ConcurrentLinkedQueue<>();

  /** Wakes {@code selector} when something is computed. */
  Aside(Selector selector) {
    this.selector = selector;
  }

  @Override
  public void compute(Runnable work, Runnable after) {
    thread.execute(() -> {
      work.run();
      computed.add(after);
      selector.wakeup();
    });
  }

  /** Does what comes after all that is computed; on the thread of the selector. */
  void deliver() {
    for (Runnable after = computed.poll(); after != null; after = computed.poll()) {
      after.run();
    }
  }

  void close() {
    thread.shutdownNow();
  }

  /** Begins with the first step: a server without TLS has no such thread. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tls");
    thread.setDaemon(true);
    return thread;
  }
}
