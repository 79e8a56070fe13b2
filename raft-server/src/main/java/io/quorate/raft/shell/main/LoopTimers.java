package io.quorate.raft.shell.main;

import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The server's timers as deadlines that its loop looks at between two polls. */
final class LoopTimers implements Timer {
  /** No timer is set: wake up for other reasons only. */
  static final long NEVER = Long.MAX_VALUE;

  private final LongSupplier nanoClock;
  private final Map<Name, Long> deadlines = new EnumMap<>(Name.class);

  LoopTimers(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public long now() {
    return nanoClock.getAsLong();
  }

  @Override
  public void set(Name name, long delayNanos) {
    deadlines.put(name, nanoClock.getAsLong() + delayNanos);
  }

  @Override
  public void cancel(Name name) {
    deadlines.remove(name);
  }

  /** Returns the timers that are due, and forgets them. */
  List<Event> due() {
    long now = nanoClock.getAsLong();
    List<Name> names =
        deadlines.entrySet().stream()
            .filter(entry -> entry.getValue() - now <= 0)
            .map(Map.Entry::getKey)
            .toList();
    names.forEach(deadlines::remove);
    return names.stream().<Event>map(Event.TimerFired::new).toList();
  }

  /** Returns the time until the next one is due, or {@link #NEVER}. */
  long untilNext() {
    long now = nanoClock.getAsLong();
    return deadlines.values().stream().mapToLong(at -> Math.max(0, at - now)).min().orElse(NEVER);
  }
}
