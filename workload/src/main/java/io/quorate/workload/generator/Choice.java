package io.quorate.workload.generator;

import io.quorate.history.RandomStream;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generators that choose one of several parts for each operation. */
final class Choice {
  private Choice() {}

  /**
   * One part drawn by weight for each operation; one that is done is drawn no more. The part drawn
   * keeps its turn until it emits, so that a slow part lowers the rate and not its own share.
   */
  record Mixed(List<Integer> weights, List<Generator> parts, RandomStream random)
      implements Generator {
    @Override
    public Answer next(long nowNanos, Workers workers) {
      Mixed asked = this;
      while (true) {
        int drawn = asked.drawn();
        Answer answer = asked.parts.get(drawn).next(nowNanos, workers);
        if (!(answer instanceof Done) || asked.parts.size() == 1) {
          Mixed whole = asked;
          RandomStream then = answer instanceof Emit ? random.next() : random;
          return answer.within(
              rest -> new Mixed(whole.weights, replaced(whole.parts, drawn, rest), then));
        }
        asked = new Mixed(without(asked.weights, drawn), without(asked.parts, drawn), asked.random);
      }
    }

    @Override
    public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
      return new Mixed(weights, updated(parts, nowNanos, workers, event), random);
    }

    private int drawn() {
      long total = 0;
      for (int weight : weights) {
        total += weight;
      }
      long left = random.below(total);
      int part = 0;
      while (left >= weights.get(part)) {
        left -= weights.get(part++);
      }
      return part;
    }
  }

  /** The part whose operation is due first; among equals the one after that chosen last. */
  record Earliest(List<Generator> parts, int from) implements Generator {
    @Override
    public Answer next(long nowNanos, Workers workers) {
      List<Generator> rests = new ArrayList<>(parts);
      int chosen = -1;
      @Nullable Emit best = null;
      long again = Long.MAX_VALUE;
      boolean waiting = false;
      for (int i = 0; i < parts.size(); i++) {
        int part = (from + i) % parts.size();
        Answer answer = parts.get(part).next(nowNanos, workers);
        if (answer instanceof Emit e && (best == null || e.dueNanos() < best.dueNanos())) {
          best = e;
          chosen = part;
        } else if (!(answer instanceof Emit)) {
          rests.set(part, answer.rest());
        }
        again = answer instanceof NotBefore n ? Math.min(again, n.nanos()) : again;
        waiting |= answer instanceof Waiting;
      }
      if (best != null) {
        rests.set(chosen, best.rest());
        Earliest rest = new Earliest(List.copyOf(rests), (chosen + 1) % parts.size());
        return new Emit(best.invocation(), best.worker(), best.dueNanos(), rest);
      }
      Earliest rest = new Earliest(List.copyOf(rests), from);
      return again < Long.MAX_VALUE
          ? new NotBefore(again, rest)
          : waiting ? new Waiting(rest) : new Done(rest);
    }

    @Override
    public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
      return new Earliest(updated(parts, nowNanos, workers, event), from);
    }
  }

  /** Each part emits once, in turn, until the one whose turn it is is done. */
  record Alternating(List<Generator> parts, int turn) implements Generator {
    @Override
    public Answer next(long nowNanos, Workers workers) {
      Answer answer = parts.get(turn).next(nowNanos, workers);
      int then = answer instanceof Emit ? (turn + 1) % parts.size() : turn;
      return answer.within(rest -> new Alternating(replaced(parts, turn, rest), then));
    }

    @Override
    public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
      return new Alternating(updated(parts, nowNanos, workers, event), turn);
    }
  }

  /** Returns {@code parts} itself when no part changed. */
  private static List<Generator> updated(
      List<Generator> parts, long nowNanos, Workers workers, WorkerEvent event) {
    List<Generator> after = parts;
    for (int i = 0; i < parts.size(); i++) {
      after = replaced(after, i, parts.get(i).update(nowNanos, workers, event));
    }
    return after;
  }

  private static List<Generator> replaced(List<Generator> parts, int at, Generator part) {
    if (part.unchanged(parts.get(at))) {
      return parts;
    }
    Generator[] copy = parts.toArray(new Generator[0]);
    copy[at] = part;
    return List.of(copy);
  }

  private static <T> List<T> without(List<T> items, int at) {
    List<T> others = new ArrayList<>(items);
    others.remove(at);
    return List.copyOf(others);
  }
}
