package io.quorate.checker.judge;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gets pieces of work done in their order by the calling thread and whoever the executor brings.
 *
 * <p>The caller works too and waits only for pieces that somebody has begun, so an executor that
 * never runs anything costs speed and nothing else.
 */
final class Crew {
  private final List<Runnable> work;
  private final AtomicInteger next = new AtomicInteger();
  private final Semaphore done = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Crew(List<Runnable> work) {
    this.work = work;
  }

  /**
   * Runs all of {@code work}, at most {@code parallelism} pieces at a time.
   *
   * @throws RuntimeException as the first piece that failed threw it, once all are over
   */
  static void run(List<Runnable> work, Executor executor, int parallelism) {
    Crew crew = new Crew(work);
    crew.hire(executor, Math.min(parallelism, work.size()) - 1);
    crew.workOn();
    crew.done.acquireUninterruptibly(work.size());
    Throwable thrown = crew.failure.get();
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void hire(Executor executor, int helpers) {
    boolean more = true;
    for (int i = 0; i < helpers && more; i++) {
      more = accepts(executor);
    }
  }

  private boolean accepts(Executor executor) {
    try {
      executor.execute(this::workOn);
      return true;
    } catch (RejectedExecutionException noMoreHands) {
      return false;
    }
  }

  private void workOn() {
    for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
      try {
        work.get(i).run();
      } catch (RuntimeException | Error thrown) {
        failure.compareAndSet(null, thrown);
      } finally {
        done.release();
      }
    }
  }
}
