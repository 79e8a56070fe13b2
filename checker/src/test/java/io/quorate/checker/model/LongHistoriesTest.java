package io.quorate.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Certificate;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search alone would find out too late, the answers of the whole history tell at once. */
class LongHistoriesTest {
  private static final int OPERATIONS = 3_000;
  private static final Options OPTIONS =
      Options.of(Budget.of(20, 64), System::nanoTime).withCertificates();

  @ParameterizedTest
  @CsvSource({
    "fifo-queue, enqueue, dequeue",
    "unordered-queue, enqueue, dequeue",
    "append-list, append, read",
    "set, add, read"
  })
  void threeThousandOperationsOfFiveProcessesAreDecided(String name, String put, String look) {
    Model<?> model = Models.named(name);
    History history = new Recording(put, look).history(OPERATIONS, answer -> answer);

    Analysis analysis = Checker.check(history, model, OPTIONS);

    assertThat(analysis.overall().rank()).as("%s", analysis.overall()).isZero();
    if (analysis.keys().getFirst().verdict() instanceof Verdict.Linearizable legal) {
      assertThat(Certificate.verify(history, model, FailedCas.IGNORE, null, legal.order()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fifo-queue, enqueue, dequeue",
    "unordered-queue, enqueue, dequeue",
    "append-list, append, read",
    "set, add, read"
  })
  void soIsOneWhoseAnswersAreWrongInOnePlace(String name, String put, String look) {
    History history = new Recording(put, look).history(OPERATIONS, LongHistoriesTest::spoilt);

    Analysis analysis = Checker.check(history, Models.named(name), OPTIONS);

    assertThat(analysis.overall()).isInstanceOf(Verdict.NotLinearizable.class);
  }

  /** Dequeues something that was never there, or loses the first item of what was read. */
  private static Value spoilt(Value answer) {
    return answer instanceof Value.Sequence(List<Value> items)
        ? new Value.Sequence(items.subList(1, items.size()))
        : Value.of(-1);
  }

  /** Five processes that put unique numbers and look, on a true object. */
  private static final class Recording {
    private static final int PROCESSES = 5;

    private final String put;
    private final String look;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Value> content = new ArrayList<>();
    private final @Nullable Invocation[] asked = new Invocation[PROCESSES];
    private final @Nullable Value[] answer = new Value[PROCESSES];
    private final History.Builder builder =
        History.builder(new Header(1, "any", FailedCas.IGNORE, 0, List.of()));
    private long next;
    private long nanos;

    Recording(String put, String look) {
      this.put = put;
      this.look = look;
    }

    /** Records so many; the look in the middle is answered with what {@code change} makes of it. */
    History history(int operations, UnaryOperator<Value> change) {
      boolean changed = false;
      for (int done = 0; done < operations; nanos++) {
        int p = random.nextInt(PROCESSES);
        Invocation open = asked[p];
        Value said = answer[p];
        if (open == null) {
          invoke(p);
        } else if (said == null) {
          answer[p] = effect(open);
        } else {
          boolean now = !changed && done > operations / 2 && looked(open, said);
          changed |= now;
          complete(p, now ? change.apply(said) : said);
          done++;
        }
      }
      return builder.build();
    }

    private boolean looked(Invocation open, Value said) {
      return open.function().equals(look) && !said.equals(Value.NIL);
    }

    private void invoke(int p) {
      int looks = look.equals("dequeue") ? 50 : 2;
      Invocation invocation =
          random.nextInt(100) < looks
              ? new Invocation(look, null, Value.NIL)
              : new Invocation(put, null, Value.of(next++));
      asked[p] = invocation;
      answer[p] = null;
      builder.add(new Entry.Invoked(nanos, nanos, p, invocation, null));
    }

    private Value effect(Invocation open) {
      if (open.function().equals(put)) {
        content.add(open.argument());
        return open.argument();
      } else if (look.equals("dequeue")) {
        return content.isEmpty() ? Value.NIL : content.removeFirst();
      }
      return new Value.Sequence(content);
    }

    private void complete(int p, Value said) {
      builder.add(new Entry.Completed(nanos, p, new Completion.Ok(said), null));
      asked[p] = null;
    }
  }
}
