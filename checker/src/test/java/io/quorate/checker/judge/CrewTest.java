package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrewTest {
  @ParameterizedTest
  @CsvSource({"5, 3, 2", "5, 1, 0", "2, 8, 1", "1, 8, 0", "0, 8, 0"})
  void asManyAreHiredAsHaveWorkBesideTheCaller(int pieces, int parallelism, int hired) {
    List<Integer> done = new ArrayList<>();
    List<Runnable> hands = new ArrayList<>();

    Crew.run(work(pieces, done), hands::add, parallelism);

    assertThat(hands).hasSize(hired);
    assertThat(done).hasSize(pieces).isSorted();
  }

  @Test
  void whoeverIsHiredTakesPiecesToo() {
    List<Integer> done = new ArrayList<>();

    Crew.run(work(3, done), Runnable::run, 2);

    assertThat(done).containsExactly(0, 1, 2);
  }

  @Test
  void anExecutorThatRefusesIsNotAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> done = new ArrayList<>();

    Crew.run(
        work(5, done),
        hand -> {
          asked.incrementAndGet();
          throw new RejectedExecutionException("full");
        },
        4);

    assertThat(asked).hasValue(1);
    assertThat(done).hasSize(5);
  }

  /** The helper ends its piece only when the caller waits for it, or did not wait. */
  @Test
  void theCallerWaitsForPiecesThatOthersHaveBegun() throws InterruptedException {
    Thread caller = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    Runnable piece =
        () -> {
          if (Thread.currentThread() != caller) {
            begun.countDown();
            while (caller.getState() != Thread.State.WAITING && !over.get()) {
              Thread.onSpinWait();
            }
            ended.set(!over.get());
          }
        };
    List<Thread> helpers = new ArrayList<>();

    Crew.run(
        Collections.nCopies(2, piece),
        hand -> {
          Thread helper = new Thread(hand);
          helpers.add(helper);
          helper.start();
          awaitQuietly(begun);
        },
        2);
    over.set(true);

    assertThat(ended).isTrue();
    helpers.getFirst().join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePieceThatFailedFirstIsToldOnceAllAreOver() {
    List<Integer> done = new ArrayList<>();
    List<Runnable> work = work(3, done);
    work.set(
        1,
        () -> {
          throw new IllegalStateException("one");
        });

    assertThatThrownBy(() -> Crew.run(work, hand -> {}, 2)).hasMessage("one");
    assertThat(done).containsExactly(0, 2);
  }

  private static List<Runnable> work(int pieces, List<Integer> done) {
    List<Runnable> work = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      int number = piece;
      work.add(() -> done.add(number));
    }
    return work;
  }
}
