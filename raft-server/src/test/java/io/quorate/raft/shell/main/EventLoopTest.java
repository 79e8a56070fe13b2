package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventLoopTest {
  private final AtomicLong now = new AtomicLong();
  private final LoopTimers timers = new LoopTimers(now::get);
  private final EventLoop loop = new EventLoop(timers);
  private final List<String> said = new ArrayList<>();

  /** Does one prepared thing a poll, then tells the loop to stop. */
  private final class Script implements EventLoop.Sockets {
    private final Deque<Runnable> polls = new ArrayDeque<>();

    Script then(Runnable poll) {
      polls.add(poll);
      return this;
    }

    @Override
    public void poll(long timeoutNanos) {
      said.add(timeoutNanos == LoopTimers.NEVER ? "poll for ever" : "poll " + timeoutNanos);
      Runnable next = polls.poll();
      if (next != null) {
        next.run();
      }
      if (polls.isEmpty()) {
        loop.stop();
      }
    }

    @Override
    public void flush() {
      said.add("flush");
    }

    @Override
    public void wakeUp() {
      // One thread only: nothing waits in these tests.
    }
  }

  @Test
  void allThatWaitedIsHandedOverBeforeDrainedAndTheTraceIsWrittenBeforeAnythingIsSent()
      throws IOException {
    run(
        new Script()
            .then(() -> {
              loop.arrived(new Event.ClientGone(1));
              loop.post(new Event.Synced(2));
            }));

    assertThat(said)
        .containsExactly(
            "poll for ever",
            "ClientGone[connection=1]",
            "Synced[token=2]",
            "Drained[]",
            "trace",
            "flush");
  }

  @Test
  void afterAPauseTheNetworkSpeaksBeforeTheTimersAreLookedAt() throws IOException {
    timers.set(Timer.Name.ELECTION, 100);
    timers.set(Timer.Name.HEARTBEAT, 200);

    run(
        new Script()
            .then(() -> {
              now.set(1_000);
              loop.arrived(new Event.ClientGone(1));
            }),
        event -> {
          if (event instanceof Event.ClientGone) {
            timers.set(Timer.Name.ELECTION, 100);
          }
        });

    assertThat(said)
        .contains("TimerFired[name=HEARTBEAT]")
        .doesNotContain("TimerFired[name=ELECTION]");
  }

  @Test
  void nothingWaitsWhileEventsAreThereAndNothingIsDrainedWhenNoneCame() throws IOException {
    timers.set(Timer.Name.ELECTION, 500);
    loop.post(new Event.Synced(1));

    run(new Script().then(() -> {}).then(() -> {}));

    assertThat(said)
        .containsExactly(
            "poll 0",
            "Synced[token=1]",
            "Drained[]",
            "trace",
            "flush",
            "poll 500",
            "trace",
            "flush");
  }

  @Test
  void aTimerFiresOnceAndCancellingForgetsIt() throws IOException {
    timers.set(Timer.Name.ELECTION, 100);
    timers.set(Timer.Name.CHECK_QUORUM, 100);
    timers.cancel(Timer.Name.CHECK_QUORUM);
    now.set(100);

    run(new Script().then(() -> {}).then(() -> {}));

    assertThat(said).containsOnlyOnce("TimerFired[name=ELECTION]");
    assertThat(said).doesNotContain("TimerFired[name=CHECK_QUORUM]");
  }

  private void run(Script script) throws IOException {
    run(script, event -> {});
  }

  private void run(Script script, Consumer<Event> also) throws IOException {
    loop.run(
        script,
        event -> {
          said.add(event.toString());
          also.accept(event);
        },
        () -> said.add("trace"));
  }
}
