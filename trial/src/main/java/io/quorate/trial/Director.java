package io.quorate.trial;

import io.quorate.history.Entry;
import io.quorate.history.Entry.Phase;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.roles.Resolution;
import io.quorate.nemesis.roles.Roles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the steps of a schedule: one {@link Activity} at a time, moved on by the time and
 * by what the world reports.
 *
 * <p>Each fault passes through the phases planned, commanded, confirmed, observed, lifted and
 * confirmed-lifted, each recorded as it is reached. A step whose target cannot be found within its
 * patience is recorded as not taken, and the later steps that name it are passed over.
 */
final class Director {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long OBSERVE_EVERY_NANOS = Step.Await.USUALLY.toNanos();
  private static final long EMPTY_ROUND_NANOS = 100_000_000L;

  private final List<Step> steps;

  /** What is left of a way that was chosen; it comes before the next one of the steps. */
  private final Deque<Step> way = new ArrayDeque<>();

  private final boolean repeat;
  private final Targets targets;
  private final DirectedReads reads;
  private final AcknowledgedWrites writes;
  private final FaultsInForce inForce = new FaultsInForce();
  private final ExecutedSchedule executed = new ExecutedSchedule();
  private Activity activity = new Activity.Between();
  private boolean started;
  private boolean finishing;
  private int cursor;
  private int faultCount;
  private long roundStartedNanos;
  private boolean observing;
  private long nextObserveNanos;

  Director(TrialPlan plan, Targets targets, DirectedReads reads, AcknowledgedWrites writes) {
    steps = plan.schedule().steps();
    repeat = plan.schedule().repeat();
    this.targets = targets;
    this.reads = reads;
    this.writes = writes;
  }

  /** Begins with the first step. */
  void start(long now) {
    started = true;
    roundStartedNanos = now - 1;
  }

  /** Breaks off what has not begun, and lifts what is in force. */
  void finish(long now, Outbox out) {
    finishing = true;
    switch (activity) {
      case Activity.Resolving r -> skip(now, r, "the main phase ended first", out);
      case Activity.Waiting w -> activity = new Activity.Between();
      case Activity.Awaiting a -> activity = new Activity.Between();
      case Activity.Reading r -> activity = new Activity.Between();
      case Activity.Between b -> {}
      case Activity.Injecting i -> {}
      case Activity.LookingLast l -> {}
      case Activity.Lifting l -> {}
      case Activity.Finished f -> {}
    }
  }

  boolean finished() {
    return !started || activity instanceof Activity.Finished;
  }

  /** Returns the steps as they were executed, with the targets they struck. */
  List<Step> executed() {
    return executed.steps();
  }

  long wakeNanos() {
    if (finished()) {
      return NEVER;
    }
    long own =
        switch (activity) {
          case Activity.Waiting w -> w.untilNanos();
          case Activity.Resolving r -> Math.min(r.deadlineNanos(), observeAt());
          case Activity.Awaiting a ->
              Math.min(a.deadlineNanos(), a.awaited().needsViews() ? observeAt() : NEVER);
          case Activity.Reading r -> r.nextNanos();
          case Activity.Between b -> 0;
          case Activity.Injecting i -> NEVER;
          case Activity.LookingLast l -> NEVER;
          case Activity.Lifting l -> NEVER;
          case Activity.Finished f -> NEVER;
        };
    return looksAround() ? Math.min(own, inForce.nextLookNanos()) : own;
  }

  private long observeAt() {
    return observing ? NEVER : nextObserveNanos;
  }

  /** Goes on as far as the time allows. */
  void advance(long now, Outbox out) {
    while (started && moves(now, out)) {}
    if (looksAround()) {
      inForce.lookAround(now, out);
    }
  }

  /** While a fault is being lifted nobody looks whether it is still there. */
  private boolean looksAround() {
    return !finished()
        && !(activity instanceof Activity.LookingLast)
        && !(activity instanceof Activity.Lifting);
  }

  private boolean moves(long now, Outbox out) {
    return switch (activity) {
      case Activity.Between b -> begin(now, out);
      case Activity.Waiting w -> w.untilNanos() <= now && between();
      case Activity.Resolving r -> resolving(now, r, out);
      case Activity.Awaiting a -> awaiting(now, a, out);
      case Activity.Reading r -> reading(now, r, out);
      case Activity.Injecting i -> false;
      case Activity.LookingLast l -> false;
      case Activity.Lifting l -> false;
      case Activity.Finished f -> false;
    };
  }

  private boolean between() {
    activity = new Activity.Between();
    return true;
  }

  private boolean begin(long now, Outbox out) {
    if (finishing || (way.isEmpty() && cursor == steps.size())) {
      return endRound(now, out);
    }
    Step step = way.isEmpty() ? steps.get(cursor++) : way.removeFirst();
    activity =
        switch (step) {
          case Step.Wait w -> waitFor(now, targets.draw(w));
          case Step.Inject i -> plan(now, i, out);
          case Step.Await a -> await(now, a);
          case Step.Reads r -> read(now, r);
          case Step.Heal h -> heal(h.as(), out);
          case Step.AnyOf a -> take(targets.draw(a));
          case Step.EachOf e -> take(targets.draw(e));
        };
    return true;
  }

  private Activity take(List<Step> chosen) {
    chosen.reversed().forEach(way::addFirst);
    return new Activity.Between();
  }

  private boolean endRound(long now, Outbox out) {
    if (!inForce.isEmpty()) {
      activity = lift(inForce.first(), out);
    } else if (finishing || !repeat) {
      activity = new Activity.Finished();
    } else {
      boolean empty = now <= roundStartedNanos;
      activity = empty ? new Activity.Waiting(now + EMPTY_ROUND_NANOS) : new Activity.Between();
      roundStartedNanos = now;
      cursor = 0;
      return !empty;
    }
    return true;
  }

  private Activity waitFor(long now, long nanos) {
    executed.waited(nanos);
    return new Activity.Waiting(now + nanos);
  }

  private Activity plan(long now, Step.Inject step, Outbox out) {
    String id = "f" + ++faultCount;
    out.record(disturbed(now, id, step, Phase.PLANNED, null));
    nextObserveNanos = now;
    return new Activity.Resolving(step, id, now + step.patience().toNanos());
  }

  private static Entry.Disturbed disturbed(
      long now, String id, Step.Inject step, Phase phase, @Nullable Evidence evidence) {
    String words = step.fault().describe();
    return new Entry.Disturbed(now, id, words, phase, List.of(), List.of(), evidence);
  }

  private Activity await(long now, Step.Await step) {
    String as = Awaited.fault(step.condition());
    InForce outside = as == null ? null : inForce.named(as);
    if (as != null && outside == null) {
      return new Activity.Between();
    }
    executed.awaited(step, inForce);
    nextObserveNanos = now;
    Awaited awaited = new Awaited(step.condition(), outside, writes);
    long deadline = now + step.patience().toNanos();
    return new Activity.Awaiting(awaited, deadline, step.every().toNanos());
  }

  private Activity read(long now, Step.Reads step) {
    List<Integer> nodes = reads.nodesAt(step.place(), inForce);
    String key = reads.key();
    if (nodes.isEmpty() || key == null) {
      return new Activity.Between();
    }
    executed.read(step, inForce);
    return new Activity.Reading(step, key, nodes, step.times(), now);
  }

  private Activity heal(String as, Outbox out) {
    InForce fault = inForce.named(as);
    return fault == null ? new Activity.Between() : lift(fault, out);
  }

  private Activity lift(InForce fault, Outbox out) {
    out.add(new Command.Look(fault.id(), fault.fault(), Moment.BEFORE_HEAL));
    return new Activity.LookingLast(fault);
  }

  private boolean resolving(long now, Activity.Resolving r, Outbox out) {
    if (now >= r.deadlineNanos()) {
      skip(now, r, "no node answered to the role within the patience", out);
      return true;
    }
    return observe(now, out);
  }

  private void skip(long now, Activity.Resolving r, String why, Outbox out) {
    Evidence note = FaultsInForce.failure(Moment.BEFORE_CUT, why);
    out.record(disturbed(now, r.id(), r.step(), Phase.NOT_TAKEN, note));
    activity = new Activity.Between();
  }

  private boolean observe(long now, Outbox out) {
    if (!observing && now >= nextObserveNanos) {
      observing = true;
      out.add(new Command.Observe());
    }
    return false;
  }

  private boolean awaiting(long now, Activity.Awaiting a, Outbox out) {
    if (a.awaited().reached() || now >= a.deadlineNanos()) {
      reads.prefer(a.awaited().key());
      return between();
    }
    return a.awaited().needsViews() && observe(now, out);
  }

  private boolean reading(long now, Activity.Reading r, Outbox out) {
    if (now < r.nextNanos()) {
      return false;
    }
    if (r.left() == 0) {
      return between();
    }
    reads.direct(now, r.nodes(), r.key(), out);
    long next = now + r.step().every().toNanos();
    activity = new Activity.Reading(r.step(), r.key(), r.nodes(), r.left() - 1, next);
    return true;
  }

  /** Takes what the nodes said of themselves. */
  void observed(long now, List<NodeView> views, Outbox out) {
    observing = false;
    nextObserveNanos =
        now + (activity instanceof Activity.Awaiting a ? a.everyNanos() : OBSERVE_EVERY_NANOS);
    if (activity instanceof Activity.Resolving r) {
      Resolution found = targets.choose(r.id(), r.step().fault(), views, inForce);
      if (found instanceof Resolution.Resolved resolved) {
        inject(now, r, resolved, leader(resolved, views), out);
      }
    } else if (activity instanceof Activity.Awaiting a) {
      a.awaited().see(views);
    }
  }

  /** Who leads when links are cut decides what the cut tests: it is recorded with it. */
  private static @Nullable Evidence leader(Resolution.Resolved chosen, List<NodeView> views) {
    return chosen.fault() instanceof Fault.Partition
        ? new Roles(views).leader().map(Evidence::ofLeader).orElse(null)
        : null;
  }

  private void inject(
      long now,
      Activity.Resolving r,
      Resolution.Resolved chosen,
      @Nullable Evidence leader,
      Outbox out) {
    InForce fault = new InForce(r.step().as(), r.id(), chosen.fault(), chosen.struck(), NEVER);
    inForce.add(fault);
    executed.injected(fault, r.step().patience());
    out.record(fault.entry(now, Phase.COMMANDED, leader));
    out.add(new Command.Inject(fault.id(), fault.fault()));
    activity = new Activity.Injecting(fault);
  }

  /** Takes the world's word that the fault was injected, and what was seen of it. */
  void landed(long now, String id, Evidence evidence, Outbox out) {
    if (activity instanceof Activity.Injecting i && i.fault().id().equals(id)) {
      Phase phase = evidence.proven() ? Phase.CONFIRMED : Phase.OBSERVED;
      out.record(i.fault().entry(now, phase, evidence));
      inForce.confirmed(i.fault(), now);
      activity = new Activity.Between();
    }
  }

  /** Takes what was seen of a fault in force. */
  void looked(long now, String id, Evidence evidence, Outbox out) {
    InForce fault = inForce.withId(id);
    if (fault == null) {
      return;
    }
    out.record(fault.entry(now, Phase.OBSERVED, evidence));
    if (evidence.moment() == Moment.BEFORE_HEAL
        && activity instanceof Activity.LookingLast l
        && l.fault().id().equals(id)) {
      startLifting(now, fault, out);
    }
  }

  private void startLifting(long now, InForce fault, Outbox out) {
    out.record(fault.entry(now, Phase.LIFTED, null));
    out.add(new Command.Heal(fault.id(), fault.fault()));
    activity = new Activity.Lifting(fault);
  }

  /** Takes the world's word that the fault was lifted, and what was seen. */
  void healed(long now, String id, Evidence evidence, Outbox out) {
    if (activity instanceof Activity.Lifting l && l.fault().id().equals(id)) {
      Phase phase = evidence.proven() ? Phase.CONFIRMED_LIFTED : Phase.OBSERVED;
      out.record(l.fault().entry(now, phase, evidence));
      inForce.remove(l.fault());
      executed.healed(l.fault());
      activity = new Activity.Between();
    }
  }

  /** Takes the world's word that it could not do what it was told. */
  void failed(long now, String id, String reason, Outbox out) {
    InForce fault = inForce.withId(id);
    if (fault == null) {
      return;
    }
    switch (activity) {
      case Activity.Injecting i -> {
        out.record(fault.entry(now, Phase.FAILED, FaultsInForce.failure(Moment.AFTER_CUT, reason)));
        startLifting(now, fault, out);
      }
      case Activity.LookingLast l when l.fault().id().equals(id) -> {
        Evidence note = FaultsInForce.failure(Moment.BEFORE_HEAL, reason);
        out.record(fault.entry(now, Phase.OBSERVED, note));
        startLifting(now, fault, out);
      }
      case Activity.Lifting l when l.fault().id().equals(id) -> {
        Evidence note = FaultsInForce.failure(Moment.AFTER_HEAL, reason);
        out.record(fault.entry(now, Phase.FAILED, note));
        inForce.remove(fault);
        activity = new Activity.Between();
      }
      case Activity a -> {
        Evidence note = FaultsInForce.failure(Moment.HALF_WAY, reason);
        out.record(fault.entry(now, Phase.OBSERVED, note));
      }
    }
  }

  /** Takes an acknowledged change, which an {@link Step.Await} may be waiting for. */
  void changed(AcknowledgedWrites.Change change) {
    if (activity instanceof Activity.Awaiting a) {
      a.awaited().see(change);
    }
  }
}
