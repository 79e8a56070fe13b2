package io.quorate.checker.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.RandomHistory;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.severity.Breach.Promise;
import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StalenessTwinTest {
  private static final int HISTORIES = Integer.getInteger("quorate.twins", 3_000);

  private static History drawn(long seed) {
    int operations = 3 + (int) (seed % 4);
    RandomHistory shape =
        new RandomHistory(operations, 2 + (int) (seed % 2), (int) (seed % 3), 0.1, 0.6, 0.5);
    return shape.draw(Models.register(), seed);
  }

  private static RegisterOperations register(History history) {
    Operations operations = Operations.split(history, FailedCas.OBSERVE).getFirst();
    return new RegisterOperations(operations, Models.register());
  }

  @Test
  void theStalenessIsTheLeastOfAllMomentsAtWhichEverythingCanHaveTakenEffect() {
    int stale = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = drawn(seed);
      RegisterOperations register = register(history);
      Lag lag = new Lag(history);
      lag.add(register, new Versions(register));
      AllReadings readings = new AllReadings(history);
      int reads = 0;
      int versions = 0;
      long nanos = -1;
      for (Operation read : history.operations()) {
        Optional<AllReadings.Least> least = reads(read) ? readings.least(read) : Optional.empty();
        if (least.isPresent() && least.get().versions() > 0) {
          reads++;
          versions = Math.max(versions, least.get().versions());
          nanos = Math.max(nanos, least.get().nanos());
        }
      }

      Staleness found = lag.staleness();

      assertThat(found == null).as("seed %d", seed).isEqualTo(reads == 0);
      if (found != null) {
        assertThat(List.of(found.reads(), found.versions()))
            .as("seed %d", seed)
            .containsExactly(reads, versions);
        assertThat(found.nanos()).as("seed %d", seed).isEqualTo(nanos);
      }
      stale += reads;
    }
    assertThat(stale).isGreaterThan(HISTORIES / 50);
  }

  private static boolean reads(Operation operation) {
    return operation.invocation().function().equals("read")
        && operation.completion() instanceof Completion.Ok;
  }

  @Test
  void aPromiseIsBrokenWhenNoChoiceOfWritersKeepsIt() {
    int broken = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = drawn(seed);
      RegisterOperations register = register(history);
      Sessions sessions = new Sessions(history);

      sessions.add(register, new Versions(register));

      int expected = 0;
      for (Operation later : history.operations()) {
        for (Promise promise : Promise.values()) {
          expected += brokenAt(history, later, promise) ? 1 : 0;
        }
      }
      assertThat(sessions.all()).as("seed %d", seed).isEqualTo(expected);
      assertThat(sessions.breaches().isEmpty()).isEqualTo(expected == 0);
      for (Breach breach : sessions.breaches()) {
        assertThat(brokenBy(history, breach.earlier(), breach.later(), breach.promise())).isTrue();
      }
      broken += expected;
    }
    assertThat(broken).isGreaterThan(HISTORIES / 50);
  }

  private static boolean brokenAt(History history, Operation later, Promise promise) {
    return history.operations().stream()
        .anyMatch(earlier -> brokenBy(history, earlier, later, promise));
  }

  private static boolean brokenBy(
      History history, Operation earlier, Operation later, Promise promise) {
    boolean ok = earlier.completion() instanceof Completion.Ok;
    if (!reads(later) || !ok || earlier.process() != later.process() || !earlier.precedes(later)) {
      return false;
    }
    if (reads(earlier) != (promise == Promise.MONOTONIC_READS)) {
      return false;
    }
    List<long[]> newer =
        reads(earlier)
            ? sources(history, earlier)
            : List.of(new long[] {earlier.invokeOrder(), earlier.returnOrder()});
    List<long[]> older = sources(history, later);
    return !newer.isEmpty()
        && !older.isEmpty()
        && older.stream().allMatch(o -> newer.stream().allMatch(n -> o[1] < n[0]));
  }

  /** The intervals of all that can have written what {@code read} saw. */
  private static List<long[]> sources(History history, Operation read) {
    Value seen = ((Completion.Ok) read.completion()).output();
    List<long[]> sources = new ArrayList<>();
    if (seen.equals(Value.NIL)) {
      sources.add(new long[] {-1, -1});
    }
    for (Operation write : history.operations()) {
      boolean same =
          write.invocation().function().equals("write")
              && write.invocation().argument().equals(seen);
      if (same
          && !(write.completion() instanceof Completion.Fail)
          && write.invokeOrder() < read.returnOrder()) {
        sources.add(new long[] {write.invokeOrder(), write.returnOrder()});
      }
    }
    return sources;
  }

  /** Tries every moment at which each write can have taken effect. */
  private static final class AllReadings {
    private final List<Operation> writes = new ArrayList<>();
    private final Map<Long, Long> nanosAt = new TreeMap<>();
    private final long last;
    private int versions;
    private long nanos;

    /** The least over all readings. */
    record Least(int versions, long nanos) {}

    AllReadings(History history) {
      long latest = 0;
      for (Operation operation : history.operations()) {
        nanosAt.put(operation.invokeOrder(), operation.invokedNanos());
        latest = Math.max(latest, operation.invokeOrder());
        if (operation.returnOrder() != Operation.OPEN) {
          nanosAt.put(operation.returnOrder(), operation.completedNanos());
          latest = Math.max(latest, operation.returnOrder());
        }
        if (operation.invocation().function().equals("write")) {
          writes.add(operation);
        }
      }
      last = latest;
    }

    Optional<Least> least(Operation read) {
      versions = Integer.MAX_VALUE;
      nanos = Long.MAX_VALUE;
      place(read, 0, new long[writes.size()]);
      return versions == Integer.MAX_VALUE
          ? Optional.empty()
          : Optional.of(new Least(versions, nanos));
    }

    private void place(Operation read, int n, long[] effect) {
      if (n == writes.size()) {
        look(read, effect);
        return;
      }
      Operation write = writes.get(n);
      long until = Math.min(write.returnOrder(), last);
      for (long at = write.invokeOrder(); at <= until; at++) {
        effect[n] = at;
        place(read, n + 1, effect);
      }
      if (write.completion() instanceof Completion.Info) {
        effect[n] = Long.MAX_VALUE;
        place(read, n + 1, effect);
      }
    }

    private void look(Operation read, long[] effect) {
      Value seen = ((Completion.Ok) read.completion()).output();
      for (long at = read.invokeOrder(); at <= read.returnOrder(); at++) {
        if (seen.equals(Value.NIL)) {
          from(-1, at, effect);
        }
        for (int w = 0; w < effect.length; w++) {
          if (effect[w] <= at && writes.get(w).invocation().argument().equals(seen)) {
            from(effect[w], at, effect);
          }
        }
      }
    }

    private void from(long source, long at, long[] effect) {
      int over = 0;
      long first = at;
      for (long other : effect) {
        if (other > source && other <= at) {
          over++;
          first = Math.min(first, other);
        }
      }
      versions = Math.min(versions, over);
      nanos = Math.min(nanos, time(at) - time(first));
    }

    /** The time of an event, or of the one before where nothing was recorded. */
    private long time(long order) {
      Long known = nanosAt.get(order);
      return known == null ? time(order - 1) : known;
    }
  }
}
