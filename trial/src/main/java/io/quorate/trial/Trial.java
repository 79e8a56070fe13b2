package io.quorate.trial;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.nemesis.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan run once: the loop that turns what happens into what is to be done.
 *
 * <p>Deterministic: the same plan and the same events at the same times give the same commands, in
 * any world. Times are nanoseconds since the start of the trial and never go back.
 */
public final class Trial {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int FINAL_READS_LIMIT_IN_TIMEOUTS = 20;

  private final TrialPlan plan;
  private final Outbox out = new Outbox();
  private final Clients clients;
  private final AcknowledgedWrites writes = new AcknowledgedWrites();
  private final Director director;
  private Phase phase = Phase.WARM_UP;
  private long phaseEndNanos;
  private long lastNanos;
  private int stalls;
  private @Nullable String alarm;

  /** Prepares a trial of {@code plan}; it begins with the first step. */
  public Trial(TrialPlan plan) {
    this.plan = plan;
    clients = new Clients(plan);
    clients.use(plan.main());
    DirectedReads reads = new DirectedReads(plan.nodes(), clients, writes);
    director = new Director(plan, new Targets(plan.nodes(), plan.seed()), reads, writes);
    phaseEndNanos = plan.warmUp().toNanos();
  }

  /** Returns the phase the trial is in. */
  public Phase phase() {
    return phase;
  }

  /** Returns the schedule as executed so far, with resolved targets; replayable. */
  public Schedule executed() {
    Schedule asked = plan.schedule();
    return new Schedule(asked.name(), asked.about(), asked.minNodes(), false, director.executed());
  }

  /**
   * Takes one event and answers with what is to be done, in this order.
   *
   * @param now nanoseconds since the start, not before the last step's
   */
  public List<Command> step(long now, Event event) {
    if (now < lastNanos) {
      throw new IllegalArgumentException("time went back from " + lastNanos + " to " + now);
    }
    lastNanos = now;
    if (phase == Phase.STOPPED) {
      return List.of();
    }
    take(now, event);
    clients.expire(now, out);
    movePhase(now);
    director.advance(now, out);
    clients.pump(now, out);
    movePhase(now);
    if (phase != Phase.STOPPED) {
      out.add(new Command.WakeAt(Math.max(now, wakeNanos())));
    }
    return out.drain();
  }

  private long wakeNanos() {
    return Math.min(phaseEndNanos, Math.min(clients.wakeNanos(), director.wakeNanos()));
  }

  private void take(long now, Event event) {
    switch (event) {
      case Event.Tick t -> {}
      case Event.Completed c -> completed(now, c);
      case Event.Observed o -> director.observed(now, o.views(), out);
      case Event.Landed l -> director.landed(now, l.id(), l.evidence(), out);
      case Event.Looked l -> director.looked(now, l.id(), l.evidence(), out);
      case Event.Healed h -> director.healed(now, h.id(), h.evidence(), out);
      case Event.Failed f -> director.failed(now, f.id(), f.reason(), out);
      case Event.Stalled s -> stalled(s);
      case Event.Alarm a -> sound(now, a.reason());
    }
  }

  private void completed(long now, Event.Completed c) {
    Clients.Ended ended =
        clients.complete(now, c.worker(), c.process(), c.completion(), c.node(), out);
    if (ended != null) {
      acknowledge(now, ended, c.completion(), c.node());
    }
  }

  private void acknowledge(long now, Clients.Ended ended, Completion completion, String node) {
    Invocation asked = ended.invocation();
    AcknowledgedWrites.Change change =
        writes.note(now, ended.invokedNanos(), asked, completion, node);
    if (change != null) {
      director.changed(change);
    }
  }

  private void stalled(Event.Stalled s) {
    String id = "h" + ++stalls;
    String words = Disturbance.HARNESS_STALL;
    out.record(stall(s.fromNanos(), id, words, Entry.Phase.CONFIRMED));
    out.record(stall(s.toNanos(), id, words, Entry.Phase.CONFIRMED_LIFTED));
  }

  private static Entry stall(long nanos, String id, String words, Entry.Phase phase) {
    return new Entry.Disturbed(nanos, id, words, phase, List.of(), List.of(), null);
  }

  private void sound(long now, String reason) {
    if (alarm == null) {
      alarm = reason;
      clients.use(null);
      director.finish(now, out);
      enter(Phase.HEALING, NEVER);
    }
  }

  private void enter(Phase next, long end) {
    phase = next;
    phaseEndNanos = end;
  }

  private void movePhase(long now) {
    Phase before;
    do {
      before = phase;
      movedFrom(now);
    } while (phase != before);
  }

  private void movedFrom(long now) {
    switch (phase) {
      case WARM_UP -> {
        if (now >= phaseEndNanos) {
          director.start(now);
          enter(Phase.MAIN, now + plan.mainPhase().toNanos());
        }
      }
      case MAIN -> {
        if (now >= phaseEndNanos) {
          director.finish(now, out);
          enter(Phase.HEALING, NEVER);
        }
      }
      case HEALING -> {
        if (director.finished()) {
          long recovery = alarm == null ? plan.recovery().toNanos() : 0;
          enter(Phase.RECOVERY, now + recovery);
        }
      }
      case RECOVERY -> {
        if (now >= phaseEndNanos) {
          clients.use(null);
          enter(Phase.DRAINING, NEVER);
        }
      }
      case DRAINING -> drained(now);
      case FINAL_READS -> {
        if ((clients.exhausted() && clients.idle()) || now >= phaseEndNanos) {
          stop();
        }
      }
      case STOPPED -> {}
    }
  }

  private void drained(long now) {
    if (!clients.idle()) {
      return;
    }
    if (alarm != null) {
      stop();
    } else {
      clients.use(plan.finish().apply(clients.keys()));
      long limit = FINAL_READS_LIMIT_IN_TIMEOUTS * plan.operationTimeout().toNanos();
      enter(Phase.FINAL_READS, now + limit);
    }
  }

  private void stop() {
    enter(Phase.STOPPED, NEVER);
    out.add(new Command.Stop(alarm == null ? "completed" : alarm));
  }
}
