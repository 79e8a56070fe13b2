package io.quorate.workload.generator;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes generators of operations, and generators that order, choose, count or change them. */
public final class Generators {
  private Generators() {}

  /** Returns a generator that is done from the beginning. */
  public static Generator nothing() {
    return list(List.of());
  }

  /** Returns this operation, once. */
  public static Generator once(Invocation invocation) {
    return list(List.of(invocation));
  }

  /** Returns these operations in this order, once. */
  public static Generator list(List<Invocation> script) {
    return new Scripted(List.copyOf(script), 0);
  }

  /** Returns this operation for ever. */
  public static Generator repeat(Invocation invocation) {
    return cycle(once(invocation));
  }

  /** Returns operations for ever, each made from the next position of {@code random}. */
  public static Generator draw(RandomStream random, Function<RandomStream, Invocation> made) {
    return new Drawn(random, made);
  }

  /** Returns {@code of}, begun again whenever it is done. */
  public static Generator cycle(Generator of) {
    return new Again(of, of, Long.MAX_VALUE);
  }

  /** Returns {@code of} so many times, one after the other. */
  public static Generator cycle(int times, Generator of) {
    return times == 0 ? nothing() : new Again(of, of, atLeast(1, "times", times) - 1L);
  }

  /** Returns at most {@code count} operations of {@code of}. */
  public static Generator limit(long count, Generator of) {
    return new Limited(atLeast(0, "limit", count), of);
  }

  /** Returns {@code first}, and {@code second} once that is done; without a barrier. */
  public static Generator then(Generator first, Generator second) {
    return new InOrder(first, List.of(second), false);
  }

  /** Returns these one after the other; each begins when all workers are free. */
  public static Generator phases(Generator... parts) {
    List<Generator> all = List.of(parts);
    return all.isEmpty() ? nothing() : new InOrder(all.get(0), all.subList(1, all.size()), true);
  }

  /** Returns {@code of}, which begins when all workers are free. */
  public static Generator synchronise(Generator of) {
    return phases(nothing(), of);
  }

  /** Returns one of these, drawn anew for each operation, all equally likely. */
  public static Generator mix(RandomStream random, Generator... parts) {
    return mix(random, Collections.nCopies(parts.length, 1), List.of(parts));
  }

  /** Returns one of these, drawn anew for each operation with these weights. */
  public static Generator mix(RandomStream random, List<Integer> weights, List<Generator> parts) {
    if (weights.size() != parts.size() || weights.stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException(
          "each of " + parts.size() + " parts needs a positive weight, got " + weights);
    }
    return parts.isEmpty()
        ? nothing()
        : new Choice.Mixed(List.copyOf(weights), List.copyOf(parts), random);
  }

  /** Returns whichever of these is due first; those due at the same time in turn. */
  public static Generator any(Generator... parts) {
    return parts.length == 0 ? nothing() : new Choice.Earliest(List.of(parts), 0);
  }

  /** Returns one operation of each in turn, until the one whose turn it is is done. */
  public static Generator flipFlop(Generator... parts) {
    return parts.length == 0 ? nothing() : new Choice.Alternating(List.of(parts), 0);
  }

  /** Returns {@code of} until one of its operations has ended well. */
  public static Generator untilOk(Generator of) {
    return until(1, ended -> ended.completion() instanceof Completion.Ok, of);
  }

  /**
   * Returns {@code of} until {@code count} of its operations that {@code weighty} takes have ended
   * with unknown effect. A read whose answer was lost costs a checker nothing, a write much.
   */
  public static Generator untilCrashed(int count, Predicate<Invocation> weighty, Generator of) {
    return until(
        count,
        ended -> ended.completion() instanceof Completion.Info && weighty.test(ended.invocation()),
        of);
  }

  /** Returns {@code of} until {@code count} of its operations have ended as {@code counts} says. */
  public static Generator until(int count, Predicate<WorkerEvent.Ended> counts, Generator of) {
    return new Until((int) atLeast(1, "count", count), counts, new BitSet(), of);
  }

  /** Returns {@code of} without the operations that {@code kept} does not take. */
  public static Generator filter(Predicate<Invocation> kept, Generator of) {
    return new Mapped(invocation -> kept.test(invocation) ? invocation : null, of);
  }

  /** Returns {@code of} with each operation changed. */
  public static Generator map(UnaryOperator<Invocation> change, Generator of) {
    return new Mapped(change::apply, of);
  }

  private static long atLeast(long least, String what, long given) {
    if (given < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", got " + given);
    }
    return given;
  }
}
