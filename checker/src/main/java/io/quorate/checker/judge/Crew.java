package io.quorate.checker.judge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gets pieces of work done in their order by the calling thread and whoever the executor brings.
 *
 * <p>The caller works too and waits only for pieces that somebody has begun, so an executor that
 * never runs anything costs speed and nothing else.
 */
final class Crew {
  private final List<Runnable> work;
  private final List<CompletableFuture<Void>> done;
  private final AtomicInteger next = new AtomicInteger();

  private Crew(List<Runnable> work) {
    this.work = work;
    this.done = work.stream().map(piece -> new CompletableFuture<Void>()).toList();
  }

  /** Runs all of {@code work}, at most {@code parallelism} pieces at a time; throws what they do. */
  static void run(List<Runnable> work, Executor executor, int parallelism) {
    Crew crew = new Crew(work);
    int helpers = Math.min(parallelism, work.size()) - 1;
    for (int i = 0; i < helpers; i++) {
      if (!crew.hire(executor)) {
        break;
      }
    }
    crew.workOn();
    crew.done.forEach(CompletableFuture::join);
  }

  private boolean hire(Executor executor) {
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
        done.get(i).complete(null);
      } catch (RuntimeException | Error failure) {
        done.get(i).completeExceptionally(failure);
      }
    }
  }
}
