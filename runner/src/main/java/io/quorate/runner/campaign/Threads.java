package io.quorate.runner.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several threads at once. */
final class Threads {
  private Threads() {}

  /**
   * Does all of {@code work} and returns what came of it, in its order.
   *
   * @throws IllegalStateException {@code complaint}, where one of it failed
   */
  static <T> List<T> collect(List<Callable<Optional<T>>> work, int threads, String complaint)
      throws InterruptedException {
    List<T> results = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Optional<T>>> pending = new ArrayList<>();
      work.forEach(each -> pending.add(workers.submit(each)));
      for (Future<Optional<T>> result : pending) {
        result.get().ifPresent(results::add);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(complaint + ": " + e.getCause(), e);
    }
    return results;
  }
}
