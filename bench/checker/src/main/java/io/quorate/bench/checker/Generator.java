package io.quorate.bench.checker;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A discrete-event simulation of clients on one register: the same seed, the same history. An
 * operation takes effect a while after it was invoked, the answer comes a while after that.
 */
final class Generator {
  private static final double EFFECT_MILLIS = 5;
  private static final double CRASH_MILLIS = 50;
  private static final int SMALL = 5;
  private static final int NOBODY = -1;
  private static final Header HEADER =
      new Header(1, "cas-register", FailedCas.IGNORE, 0, List.of());

  /** A value is surely stale after so many updates, a client. */
  private static final int OLD = 20;

  private enum What {
    INVOKE,
    EFFECT,
    REPLY,
    GIVE_UP
  }

  private record Event(double at, long order, What what, int client) {}

  private final Cell cell;
  private final SplittableRandom random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::order));
  private final Invocation[] asked;
  private final Completion[] answer;
  private final long[] process;
  private final Value[] last;
  private final double[] invokedAt;

  /** Updates of unknown outcome that do take effect, by number. */
  private final List<Invocation> late = new ArrayList<>();

  /** What the register held, newest last, where one of these is to be read again. */
  private final Deque<Value> held = new ArrayDeque<>();

  private final Consumer<Entry> out;
  private Value register = Value.NIL;
  private Value frozen = Value.NIL;
  private long order;
  private long unique;
  private int invoked;
  private Holding current = new Holding(Value.NIL, false, NOBODY, 0);
  private Holding before = current;
  private Holding beforeThat = current;
  private boolean done;
  private int lostAt;
  private int frozenFrom;

  private Generator(Cell cell, long seed, Consumer<Entry> out) {
    this.cell = cell;
    this.out = out;
    this.random = new SplittableRandom(seed);
    asked = new Invocation[cell.clients()];
    answer = new Completion[cell.clients()];
    process = new long[cell.clients()];
    last = new Value[cell.clients()];
    invokedAt = new double[cell.clients()];
    lostAt = cell.damage() == Cell.Damage.LOST ? cell.operations() / 2 : Integer.MAX_VALUE;
    frozenFrom = cell.damage() == Cell.Damage.FROZEN ? cell.operations() / 2 : Integer.MAX_VALUE;
  }

  /**
   * A history.
   *
   * @param damaged whether the damage was done that is never legal; it waits for its occasion
   */
  record Made(History history, boolean damaged) {}

  /** Makes a history of {@code cell}. */
  static Made history(Cell cell, long seed) {
    History.Builder history = History.builder(HEADER);
    Generator generator = new Generator(cell, seed, history::add);
    generator.play();
    return new Made(history.build(), generator.done);
  }

  /** Makes a history of {@code entries}. */
  static History history(List<Entry> entries) {
    History.Builder history = History.builder(HEADER);
    entries.forEach(history::add);
    return history.build();
  }

  /** Returns it entry by entry. */
  static List<Entry> entries(Cell cell, long seed) {
    List<Entry> entries = new ArrayList<>(2 * cell.operations());
    new Generator(cell, seed, entries::add).play();
    return entries;
  }

  private void play() {
    for (int c = 0; c < cell.clients(); c++) {
      process[c] = c;
      last[c] = Value.NIL;
      plan(exponential(1), What.INVOKE, c);
    }
    while (!events.isEmpty()) {
      Event event = events.remove();
      switch (event.what()) {
        case INVOKE -> invoke(event.at(), event.client());
        case EFFECT -> effect(event.client());
        case REPLY -> reply(event.at(), event.client());
        case GIVE_UP -> giveUp(event.at(), event.client());
      }
    }
  }

  private void plan(double at, What what, int client) {
    events.add(new Event(at, order++, what, client));
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  private void invoke(double at, int c) {
    if (invoked == cell.operations()) {
      return;
    }
    invoked++;
    asked[c] = draw(c);
    invokedAt[c] = at;
    long nanos = (long) (at * 1e6);
    out.accept(new Entry.Invoked(nanos, nanos, process[c], asked[c], null));
    if (random.nextDouble() < cell.unknown()) {
      answer[c] = new Completion.Info("crash");
      if (random.nextBoolean()) {
        late.add(asked[c]);
        plan(at + exponential(CRASH_MILLIS), What.EFFECT, ~(late.size() - 1));
      }
      plan(at + CRASH_MILLIS, What.GIVE_UP, c);
    } else {
      double effect = at + exponential(EFFECT_MILLIS);
      plan(effect, What.EFFECT, c);
      plan(effect + exponential(EFFECT_MILLIS), What.REPLY, c);
    }
  }

  private Invocation draw(int c) {
    double u = random.nextDouble();
    if (u < cell.reads()) {
      return new Invocation("read", null, Value.NIL);
    }
    boolean cas = u >= cell.reads() + (1 - cell.reads()) / 3;
    if (cell.unique()) {
      Value next = Value.of(++unique);
      Value from = cell.damage() == Cell.Damage.CHAIN ? register : last[c];
      return cas && !from.equals(Value.NIL)
          ? new Invocation("cas", null, Value.sequence(from, next))
          : new Invocation("write", null, next);
    }
    if (!cas) {
      return new Invocation("write", null, Value.of(random.nextInt(SMALL)));
    }
    Value from = Value.of(random.nextInt(SMALL));
    return new Invocation("cas", null, Value.sequence(from, Value.of(random.nextInt(SMALL))));
  }

  private void effect(int client) {
    if (client < 0) {
      execute(late.get(~client), NOBODY, false);
      return;
    }
    boolean inFreeze = invoked >= frozenFrom && invoked < frozenFrom + 20 * cell.clients();
    if (!inFreeze) {
      frozen = register;
    }
    boolean stale = inFreeze && client < cell.clients() / 2;
    answer[client] = execute(asked[client], client, stale);
  }

  private Completion execute(Invocation what, int client, boolean stale) {
    boolean lost = invoked >= lostAt && !what.function().equals("read");
    if (what.function().equals("read")) {
      return new Completion.Ok(stale ? frozen : damaged(register, client));
    }
    if (what.function().equals("write")) {
      set(what.argument(), false, client, lost);
      return new Completion.Ok(Value.NIL);
    }
    Value.Sequence pair = (Value.Sequence) what.argument();
    if (!pair.items().get(0).equals(register)) {
      return new Completion.Fail(Completion.Fail.MISMATCH);
    }
    set(pair.items().get(1), true, client, lost);
    return new Completion.Ok(Value.NIL);
  }

  /** Near the end one read returns what nobody wrote, or what was overwritten long ago. */
  private Value damaged(Value actual, int client) {
    boolean now = !done && client != NOBODY && invoked >= cell.operations() * 9 / 10;
    return switch (cell.damage()) {
      case PHANTOM -> {
        done |= now;
        yield now ? Value.of("nobody wrote this") : actual;
      }
      case STALE -> {
        boolean may = now && held.size() == OLD * cell.clients();
        done |= may;
        yield may ? held.getFirst() : actual;
      }
      case INVERSION -> {
        boolean may =
            now && current.onlySeenBefore(invokedAt[client]) && before.surelyBefore(current);
        done |= may;
        yield may ? before.value : actual;
      }
      case CHAIN -> {
        boolean may =
            now
                && current.byCas
                && before.byCas
                && before.unknown()
                && current.onlySeenBefore(invokedAt[client]);
        done |= may;
        yield may ? beforeThat.value : actual;
      }
      case NONE, LOST, FROZEN -> actual;
    };
  }

  private void set(Value value, boolean byCas, int client, boolean lost) {
    if (lost) {
      lostAt = Integer.MAX_VALUE;
    } else {
      register = value;
      beforeThat = before;
      before = current;
      current = new Holding(value, byCas, client, client == NOBODY ? 0 : invokedAt[client]);
      held.add(value);
      if (held.size() > OLD * cell.clients()) {
        held.remove();
      }
    }
  }

  private void reply(double at, int c) {
    out.accept(new Entry.Completed((long) (at * 1e6), process[c], answer[c], null));
    if (answer[c] instanceof Completion.Ok ok) {
      last[c] =
          switch (asked[c].function()) {
            case "read" -> ok.output();
            case "write" -> asked[c].argument();
            default -> ((Value.Sequence) asked[c].argument()).items().get(1);
          };
      boolean read = asked[c].function().equals("read");
      for (Holding holding : List.of(current, before, beforeThat)) {
        holding.answered(at, c, last[c], read);
      }
    }
    invoke(at, c);
  }

  private void giveUp(double at, int c) {
    out.accept(new Entry.Completed((long) (at * 1e6), process[c], answer[c], null));
    process[c] += cell.clients();
    last[c] = Value.NIL;
    invoke(at, c);
  }
}
