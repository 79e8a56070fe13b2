package io.quorate.workload.sharing;

import io.quorate.history.Completion;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.BitSet;

/**
 * Operations of at most so many processes: after a crash a worker goes on as a new process, which
 * counts again. Done when no process is left alive and none may begin.
 *
 * @param left how many processes may begin still
 * @param alive the workers whose process has begun and not crashed
 */
record ProcessLimited(int left, BitSet alive, Generator of) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    Workers seen = left == 0 ? workers.only(alive) : workers;
    if (seen.isEmpty()) {
      return new Done(this);
    }
    Answer answer = of.next(nowNanos, seen);
    return answer.within(
        rest -> answer instanceof Emit emit ? employing(emit.worker(), rest) : with(rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    Generator rest = of.update(nowNanos, workers, event);
    boolean crashed =
        event instanceof WorkerEvent.Ended ended && ended.completion() instanceof Completion.Info;
    if (!crashed || !alive.get(event.worker())) {
      return with(rest);
    }
    BitSet others = (BitSet) alive.clone();
    others.clear(event.worker());
    return new ProcessLimited(left, others, rest);
  }

  private ProcessLimited employing(int worker, Generator rest) {
    if (alive.get(worker)) {
      return with(rest);
    }
    BitSet more = (BitSet) alive.clone();
    more.set(worker);
    return new ProcessLimited(left - 1, more, rest);
  }

  private ProcessLimited with(Generator rest) {
    return rest.unchanged(of) ? this : new ProcessLimited(left, alive, rest);
  }
}
