package io.quorate.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Observer;
import io.quorate.results.RoleSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the nodes say of themselves is kept as they said it; silence is no role. */
class RoleWatchTest {
  private final List<NodeView> views =
      List.of(
          new NodeView("n1", true, NodeView.Role.LEADER, 4, 0, 0, 0),
          NodeView.silent("n2", 0),
          new NodeView("n3", true, NodeView.Role.CANDIDATE, 5, 0, 0, 0));

  @Test
  void aSilentNodeIsUnknown() {
    try (RoleWatch watch = new RoleWatch(() -> views, () -> 70)) {
      watch.ask();

      assertThat(watch.samples())
          .containsExactly(
              new RoleSample("n1", 70, RoleSample.LEADER, 4),
              new RoleSample("n2", 70, "unknown", 0),
              new RoleSample("n3", 70, "candidate", 5));
    }
  }

  @Test
  void anObserverThatFailsHasSeenNobody() {
    Observer failing =
        () -> {
          throw new IllegalStateException("no way");
        };
    try (RoleWatch watch = new RoleWatch(failing, () -> 70)) {
      watch.ask();

      assertThat(watch.samples()).isEmpty();
    }
  }

  @Test
  void noMoreSamplesAreKeptThanTheLimit() {
    List<NodeView> many = Collections.nCopies(RoleWatch.SAMPLES_LIMIT - 1, views.get(0));
    List<List<NodeView>> answers = new ArrayList<>(List.of(many, views, views));
    try (RoleWatch watch = new RoleWatch(answers::removeFirst, () -> 70)) {
      watch.ask();
      watch.ask();
      watch.ask();

      assertThat(watch.samples()).hasSize(RoleWatch.SAMPLES_LIMIT);
    }
  }

  @Test
  void itAsksByItselfOnceStarted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Observer observer =
        () -> {
          asked.countDown();
          return views;
        };
    try (RoleWatch watch = new RoleWatch(observer, () -> 70)) {
      watch.start();

      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
