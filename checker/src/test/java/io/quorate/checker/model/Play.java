package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A tiny history of one object of any model: two or three processes overlap at random on a slow
 * twin that sometimes lies, forgets, or is not heard.
 */
final class Play {
  private static final Completion CRASH = new Completion.Info("crash");

  private final SlowModels.Slow twin;
  private final SplittableRandom random;
  private final int lies;
  private final History.Builder builder;
  private final @Nullable Invocation[] asked;
  private final Completion[] answer;
  private final boolean[] effective;
  private final long[] process;
  private Object state;
  private long nanos;

  private Play(SlowModels.Slow twin, long seed) {
    this.twin = twin;
    random = new SplittableRandom(seed);
    lies = random.nextInt(8) > 0 ? Questions.lies(twin.name()) : 0;
    int processes = 2 + random.nextInt(2);
    builder = History.builder(new Header(1, twin.name(), FailedCas.IGNORE, 0, List.of()));
    asked = new Invocation[processes];
    answer = new Completion[processes];
    effective = new boolean[processes];
    process = new long[processes];
    for (int p = 0; p < processes; p++) {
      process[p] = p;
    }
    state = twin.initial();
  }

  /** Draws the history of {@code seed}. */
  static History of(SlowModels.Slow twin, long seed) {
    return new Play(twin, seed).history();
  }

  private History history() {
    int left = 3 + random.nextInt(3);
    for (int running = 0; left > 0 || running > 0; ) {
      int p = random.nextInt(asked.length);
      nanos++;
      if (asked[p] == null && left > 0) {
        invoke(p);
        left--;
        running++;
      } else if (asked[p] != null && !effective[p]) {
        takeEffect(p);
      } else if (asked[p] != null) {
        complete(p);
        running--;
      }
    }
    return builder.build();
  }

  private void invoke(int p) {
    Invocation invocation = Questions.about(twin.name(), random);
    asked[p] = invocation;
    effective[p] = false;
    builder.add(new Entry.Invoked(nanos, nanos, process[p], invocation, null));
  }

  private void takeEffect(int p) {
    effective[p] = true;
    Invocation invocation = Objects.requireNonNull(asked[p]);
    boolean crashes = random.nextInt(8) == 0;
    boolean reached = !crashes || random.nextBoolean();
    Completion truth = reached ? execute(invocation, process[p]) : CRASH;
    answer[p] = crashes ? CRASH : truth;
  }

  private Completion execute(Invocation invocation, long who) {
    List<Value> possible = Questions.answers(twin.name(), invocation);
    int start = random.nextInt(possible.size());
    if (random.nextInt(100) < lies) {
      return new Completion.Ok(possible.get(start));
    }
    for (int i = 0; i < possible.size(); i++) {
      Value each = possible.get((start + i) % possible.size());
      Value argument = Value.sequence(Value.of(who), invocation.argument());
      List<Object> next =
          twin.step(state, new Call(invocation.function(), argument, new Call.Returned(each)));
      if (!next.isEmpty()) {
        state = next.get(random.nextInt(next.size()));
        return new Completion.Ok(each);
      }
    }
    return new Completion.Fail("not possible");
  }

  private void complete(int p) {
    builder.add(new Entry.Completed(nanos, process[p], answer[p], null));
    asked[p] = null;
    process[p] += answer[p] instanceof Completion.Info ? asked.length : 0;
  }
}
