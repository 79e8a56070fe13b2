package io.quorate.workload.sharing;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Workers in groups, each group with a generator of its own, and the next one once that is done.
 *
 * <p>The group of the worker whose turn it is is asked first, so groups are served as fairly as
 * workers. A group whose workers are all busy is not asked.
 */
final class Grouped implements Generator {
  private final Division division;
  private final Subjects subjects;
  private final int next;
  private final @Nullable State state;

  private Grouped(Division division, Subjects subjects, int next, @Nullable State state) {
    this.division = division;
    this.subjects = subjects;
    this.next = next;
    this.state = state;
  }

  static Grouped begin(Division division, Subjects subjects) {
    return new Grouped(division, subjects, 0, null);
  }

  /** How workers fall into groups. */
  interface Division {
    /** Returns the number of groups. */
    int groups(Workers workers);

    /** Returns the group, from 0, that worker {@code number} belongs to. */
    int groupOf(int number, Workers workers);
  }

  /**
   * What the groups work at, one after the other.
   *
   * @param count how many there are in all; each group begins with one in any case
   * @param key the key that tells the operations of one from those of another, null where they are
   *     not told apart
   * @param made the generator of each
   */
  record Subjects(int count, IntFunction<@Nullable String> key, IntFunction<Generator> made) {}

  /** What one group works at; {@code of} is null when nothing is left for it. */
  private record Group(BitSet members, @Nullable String key, @Nullable Generator of) {
    Group with(Generator rest) {
      return rest.unchanged(of) ? this : new Group(members, key, rest);
    }
  }

  private record State(int[] groupOf, Group[] groups) {
    State with(int at, Group group) {
      Group[] copy = groups.clone();
      copy[at] = group;
      return new State(groupOf, copy);
    }
  }

  @Override
  public Answer next(long nowNanos, Workers workers) {
    return state == null
        ? divided(workers).next(nowNanos, workers)
        : new Round(this, state, nowNanos, workers).answer();
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    if (state == null) {
      return this;
    }
    int at = state.groupOf[event.worker()];
    Group group = state.groups[at];
    boolean foreign = group.key != null && !group.key.equals(event.invocation().key());
    if (group.of == null || foreign) {
      return this;
    }
    Generator told = group.of.update(nowNanos, workers.only(group.members), event);
    if (told.unchanged(group.of)) {
      return this;
    }
    return with(next, state.with(at, group.with(told)));
  }

  private Grouped with(int subject, State after) {
    return new Grouped(division, subjects, subject, after);
  }

  private Grouped divided(Workers workers) {
    Group[] groups = new Group[division.groups(workers)];
    int[] groupOf = new int[workers.count()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = begun(i, new BitSet(workers.count()));
    }
    for (int number = 0; number < groupOf.length; number++) {
      groupOf[number] = division.groupOf(number, workers);
      groups[groupOf[number]].members.set(number);
    }
    return new Grouped(division, subjects, groups.length, new State(groupOf, groups));
  }

  private Group begun(int number, BitSet members) {
    return new Group(members, subjects.key.apply(number), subjects.made.apply(number));
  }

  /** One question to all groups in turn, until one emits. */
  private static final class Round {
    private final long nowNanos;
    private final Workers workers;
    private Grouped whole;
    private State state;
    private long again = Long.MAX_VALUE;

    Round(Grouped whole, State state, long nowNanos, Workers workers) {
      this.whole = whole;
      this.state = state;
      this.nowNanos = nowNanos;
      this.workers = workers;
    }

    Answer answer() {
      int first = workers.inTurn();
      int start = first == Workers.NOBODY ? 0 : state.groupOf[first];
      int count = state.groups.length;
      for (int i = 0; i < count; i++) {
        Emit emit = asked((start + i) % count);
        if (emit != null) {
          return new Emit(
              emit.invocation(), emit.worker(), emit.dueNanos(), whole.with(whole.next, state));
        }
      }
      Grouped rest = whole.with(whole.next, state);
      return again < Long.MAX_VALUE
          ? new NotBefore(again, rest)
          : ended() ? new Done(rest) : new Waiting(rest);
    }

    private @Nullable Emit asked(int at) {
      while (true) {
        Group group = state.groups[at];
        if (group.of == null) {
          return null;
        }
        Workers shown = workers.only(group.members);
        if (shown.isEmpty()) {
          state = state.with(at, new Group(group.members, null, null));
        }
        if (shown.free().isEmpty()) {
          return null;
        }
        Answer answer = group.of.next(nowNanos, shown);
        if (answer instanceof Done) {
          goOn(at, group.members);
          continue;
        }
        state = state.with(at, group.with(answer.rest()));
        again = answer instanceof NotBefore n ? Math.min(again, n.nanos()) : again;
        return answer instanceof Emit emit ? emit : null;
      }
    }

    private void goOn(int at, BitSet members) {
      if (whole.next < whole.subjects.count) {
        state = state.with(at, whole.begun(whole.next, members));
        whole = whole.with(whole.next + 1, state);
      } else {
        state = state.with(at, new Group(members, null, null));
      }
    }

    private boolean ended() {
      for (Group group : state.groups) {
        if (group.of != null) {
          return false;
        }
      }
      return true;
    }
  }
}
