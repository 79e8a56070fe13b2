package io.quorate.raft.shell.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsideTest {
  @Test
  void theLoopIsWokenAndDoesItselfWhatFollows() throws IOException {
    try (Selector selector = Selector.open()) {
      Aside aside = new Aside(selector);
      List<Thread> seen = new CopyOnWriteArrayList<>();

      aside.compute(() -> seen.add(Thread.currentThread()), () -> seen.add(Thread.currentThread()));
      selector.select();

      assertThat(seen).hasSize(1).doesNotContain(Thread.currentThread());
      aside.deliver();
      assertThat(seen).hasSize(2).last().isSameAs(Thread.currentThread());
      aside.close();
    }
  }

  @Test
  void aStepThatTakesLongHoldsUpNothingElse() throws IOException {
    try (Selector selector = Selector.open()) {
      Aside aside = new Aside(selector);
      CountDownLatch end = new CountDownLatch(1);
      List<String> seen = new CopyOnWriteArrayList<>();

      aside.compute(() -> awaitQuietly(end), () -> seen.add("after"));
      aside.deliver();
      seen.add("before");
      end.countDown();
      selector.select();
      aside.deliver();

      assertThat(seen).containsExactly("before", "after");
      aside.close();
    }
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
