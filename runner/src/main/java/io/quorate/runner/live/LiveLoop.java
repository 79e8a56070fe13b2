package io.quorate.runner.live;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.file.HistoryWriter;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultTarget;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Observer;
import io.quorate.runner.client.ClientPool;
import io.quorate.trial.Command;
import io.quorate.trial.Event;
import io.quorate.trial.Phase;
import io.quorate.trial.Trial;
import io.quorate.trial.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes a trial's commands in real time, and hands it what becomes of them.
 *
 * <p>One thread steps the trial and writes the history; one injects, lifts and looks, so that
 * faults never overtake one another; one asks the nodes what they believe they are. The clients
 * have threads of their own. All of them report through one inbox.
 */
public final class LiveLoop {
  /** How long a fault or a look still under way at the end of a trial is waited for. */
  private static final Duration ENDING_LIMIT = Duration.ofSeconds(5);

  private final Trial trial;
  private final HistoryWriter history;
  private final FaultTarget faults;
  private final Observer observer;
  private final Watch reader;
  private final Progress progress;
  private final LinkedBlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
  private final long origin = System.nanoTime();
  private @Nullable ClientPool clients;
  private @Nullable ExecutorService nemesis;
  private @Nullable ExecutorService watch;
  private long wakeNanos;
  private @Nullable String stopReason;

  /** Prepares; time runs from now on. */
  public LiveLoop(
      Trial trial,
      HistoryWriter history,
      FaultTarget faults,
      Observer observer,
      Watch reader,
      Progress progress) {
    this.trial = trial;
    this.history = history;
    this.faults = faults;
    this.observer = observer;
    this.reader = reader;
    this.progress = progress;
  }

  /** Hands over an event from outside: an answer, a stall, an alarm. From any thread. */
  public void report(Event event) {
    inbox.add(event);
  }

  /**
   * Runs until the trial stops.
   *
   * @param limit the longest it may take, should the world never answer
   * @return why the trial stopped
   * @throws IllegalStateException if it does not stop within {@code limit}
   */
  public String run(ClientPool pool, Duration limit) throws InterruptedException {
    clients = pool;
    nemesis = single("nemesis");
    watch = single("observer");
    try (HiccupMeter meter = new HiccupMeter(this::stalled)) {
      meter.start();
      return steps(limit);
    } finally {
      end(nemesis);
      end(watch);
    }
  }

  private String steps(Duration limit) throws InterruptedException {
    long end = now() + limit.toNanos();
    while (stopReason == null) {
      Event event = next(end);
      long now = now();
      if (now > end) {
        throw new IllegalStateException(
            "the trial did not end within " + limit + "; it is in phase " + trial.phase());
      }
      Phase before = trial.phase();
      for (Command command : trial.step(now, event)) {
        execute(command);
      }
      if (trial.phase() != before) {
        progress.phase(trial.phase());
      }
    }
    return stopReason;
  }

  /** Waits for what is still under way, but not for ever: it must not hold the run. */
  private void end(ExecutorService thread) throws InterruptedException {
    thread.shutdown();
    boolean ended =
        stopReason != null
            && thread.awaitTermination(ENDING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      thread.shutdownNow();
      thread.awaitTermination(ENDING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Returns the time since the start, in nanoseconds. From any thread. */
  public long now() {
    return System.nanoTime() - origin;
  }

  /** A trial that waits for nothing but the world must not wait past the end. */
  private Event next(long end) throws InterruptedException {
    long wake = Math.min(wakeNanos, end + 1);
    Event event = inbox.poll(Math.max(0, wake - now()), TimeUnit.NANOSECONDS);
    return event == null ? new Event.Tick() : event;
  }

  private void stalled(long from, long to) {
    report(new Event.Stalled(from - origin, to - origin, "the process stood still"));
  }

  private void execute(Command command) {
    switch (command) {
      case Command.Record r -> {
        history.append(r.entry());
        progress.recorded(r.entry());
        reader.take(r.entry()).ifPresent(this::alarm);
      }
      case Command.Invoke i -> pool().invoke(i.worker(), i.process(), i.invocation());
      case Command.Abandon a -> pool().abandon(a.worker(), a.process());
      case Command.Inject i -> disturb(i.id(), () -> inject(i.id(), i.fault()));
      case Command.Look l ->
          disturb(l.id(), () -> new Event.Looked(l.id(), look(l.id(), l.fault(), l.moment())));
      case Command.Heal h -> disturb(h.id(), () -> heal(h.id(), h.fault()));
      case Command.Observe o -> required(watch).execute(this::observe);
      case Command.WakeAt w -> wakeNanos = w.nanos();
      case Command.Stop s -> stopReason = s.reason();
    }
  }

  private void alarm(String words) {
    progress.step(words + ": it ends here");
    report(new Event.Alarm(words));
  }

  private ClientPool pool() {
    return required(clients);
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the loop is not running");
    }
    return part;
  }

  private void disturb(String id, Supplier<Event> action) {
    required(nemesis)
        .execute(() -> {
          try {
            report(action.get());
          } catch (RuntimeException e) {
            report(new Event.Failed(id, String.valueOf(e.getMessage())));
          }
        });
  }

  /** A failing observer knows of nobody; the director asks again while its patience lasts. */
  private void observe() {
    List<NodeView> views = List.of();
    try {
      views = observer.observe();
    } catch (RuntimeException e) {
      progress.step("observing the nodes failed: " + e.getMessage());
    }
    report(new Event.Observed(views));
  }

  private Event inject(String id, Fault fault) {
    faults.inject(id, fault);
    return new Event.Landed(id, look(id, fault, Moment.AFTER_CUT));
  }

  private Event heal(String id, Fault fault) {
    faults.lift(id, fault);
    return new Event.Healed(id, look(id, fault, Moment.AFTER_HEAL));
  }

  private Evidence look(String id, Fault fault, Moment moment) {
    return faults.look(id, fault, moment);
  }
}
