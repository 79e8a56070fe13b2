package io.quorate.workload.pacing;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Generators in turn by the clock: each has its share of a period that repeats, and goes on where
 * it stopped when its share comes round again.
 *
 * @param shares nanoseconds each
 * @param startNanos when it was asked first, {@link TimeLimited#UNASKED} before
 */
record CycleTimes(List<Long> shares, List<Generator> parts, long startNanos) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    long start = startNanos == TimeLimited.UNASKED ? nowNanos : startNanos;
    long period = shares.stream().mapToLong(Long::longValue).sum();
    long end = nowNanos - Math.floorMod(nowNanos - start, period);
    int part = -1;
    do {
      part++;
      end += shares.get(part);
    } while (end <= nowNanos);
    int present = part;
    Answer answer = parts.get(part).next(nowNanos, workers);
    Answer until =
        answer instanceof Done done && !onlyEnded(part, nowNanos, workers)
            ? new NotBefore(end, done.rest())
            : TimeLimited.endingAt(end, answer);
    return until.within(rest -> with(start, present, rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    List<Generator> told = new ArrayList<>(parts.size());
    for (Generator part : parts) {
      told.add(part.update(nowNanos, workers, event));
    }
    return new CycleTimes(shares, List.copyOf(told), startNanos);
  }

  private boolean onlyEnded(int except, long nowNanos, Workers workers) {
    for (int i = 0; i < parts.size(); i++) {
      if (i != except && !(parts.get(i).next(nowNanos, workers) instanceof Done)) {
        return false;
      }
    }
    return true;
  }

  private CycleTimes with(long start, int part, Generator rest) {
    List<Generator> replaced = new ArrayList<>(parts);
    replaced.set(part, rest);
    return new CycleTimes(shares, List.copyOf(replaced), start);
  }
}
