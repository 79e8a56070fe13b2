package io.quorate.trial;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force in the order of their injection, and when each is to be looked at next.
 *
 * <p>A fault that is proven only at its beginning may have lapsed half-way, so each is looked at
 * again and again while it lasts.
 */
final class FaultsInForce {
  static final long LOOK_EVERY_NANOS = 1_500_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final List<InForce> faults = new ArrayList<>();
  private long nextLookNanos = NEVER;

  void add(InForce fault) {
    faults.add(fault);
  }

  /** Notes that evidence showed the fault; from now on it is looked at regularly. */
  void confirmed(InForce fault, long now) {
    faults.replaceAll(f -> f.id().equals(fault.id()) ? f.confirmedAt(now) : f);
    nextLookNanos = Math.min(nextLookNanos, now + LOOK_EVERY_NANOS);
  }

  void remove(InForce fault) {
    faults.removeIf(f -> f.id().equals(fault.id()));
    if (faults.isEmpty()) {
      nextLookNanos = NEVER;
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Returns the one injected first. */
  InForce first() {
    return faults.getFirst();
  }

  @Nullable InForce named(String as) {
    return faults.stream().filter(f -> f.as().equals(as)).findFirst().orElse(null);
  }

  @Nullable InForce withId(String id) {
    return faults.stream().filter(f -> f.id().equals(id)).findFirst().orElse(null);
  }

  /** Those of {@code nodes} that some fault strikes, but for faults that strike all of them. */
  List<String> struckAmong(List<String> nodes) {
    return faults.stream()
        .map(InForce::struck)
        .filter(struck -> !struck.containsAll(nodes))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  long nextLookNanos() {
    return nextLookNanos;
  }

  /** Asks for a look at every fault when it is time to. */
  void lookAround(long now, Outbox out) {
    if (now >= nextLookNanos) {
      nextLookNanos = now + LOOK_EVERY_NANOS;
      faults.forEach(f -> out.add(new Command.Look(f.id(), f.fault(), Moment.HALF_WAY)));
    }
  }

  /** Returns evidence that says only that something could not be done. */
  static Evidence failure(Moment moment, String reason) {
    return new Evidence(moment, false, reason, List.of());
  }
}
