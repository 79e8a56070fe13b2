package io.quorate.checker.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequentialTwinTest {
  private static final int HISTORIES = Integer.getInteger("quorate.twins", 20_000);
  private static final RegisterModel MODEL = Models.casRegister();

  @Test
  void thereIsAnOrderWhenOneOfAllOrdersKeepsThatOfEachProcess() {
    Map<Sequential, Integer> answers = new EnumMap<>(Sequential.class);
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = drawn(new SplittableRandom(seed));

      Sequential answer = search(history, 1_000_000);

      Sequential expected = new Orders(history).any() ? Sequential.YES : Sequential.NO;
      assertThat(answer).as("seed %d", seed).isEqualTo(expected);
      answers.merge(answer, 1, Integer::sum);
    }
    assertThat(answers)
        .hasSize(2)
        .allSatisfy((answer, count) -> assertThat(count).isGreaterThan(HISTORIES / 20));
  }

  @Test
  void whereStepsOrMemoryEndNothingIsDetermined() {
    int open = 0;
    for (long seed = 1; seed <= 200; seed++) {
      History history = drawn(new SplittableRandom(seed));
      Sequential truth = search(history, 1_000_000);
      for (int steps = 1; steps < 8; steps++) {
        Sequential answer = search(history, steps);
        assertThat(answer).isIn(truth, Sequential.NOT_DETERMINED);
        open += answer == Sequential.NOT_DETERMINED ? 1 : 0;
      }
      for (long bytes = 100; bytes < 4_000; bytes += 300) {
        Program program = new Program(history, registers(history));
        Sequential answer =
            SequentialSearch.search(program, Deadline.afterSteps(1_000_000), new Memory(bytes));
        assertThat(answer).isIn(truth, Sequential.NOT_DETERMINED);
      }
    }
    assertThat(open).isGreaterThan(100);
  }

  private static Sequential search(History history, int steps) {
    Program program = new Program(history, registers(history));
    return SequentialSearch.search(program, Deadline.afterSteps(steps), new Memory(1 << 24));
  }

  private static List<RegisterOperations> registers(History history) {
    return Operations.split(history, FailedCas.OBSERVE).stream()
        .map(operations -> new RegisterOperations(operations, MODEL))
        .toList();
  }

  /** Three processes on two keys say whatever comes to mind. */
  private static History drawn(SplittableRandom random) {
    History.Builder log =
        History.builder(new Header(1, "cas-register", FailedCas.OBSERVE, 0, List.of()));
    @Nullable Invocation[] open = new Invocation[3];
    int operations = 3 + random.nextInt(5);
    for (int event = 0; event < 2 * operations; event++) {
      int process = random.nextInt(open.length);
      Invocation asked = open[process];
      if (asked == null) {
        Invocation drawn = invocation(random);
        open[process] = drawn;
        log.add(new Entry.Invoked(event, event, process, drawn, null));
      } else {
        log.add(new Entry.Completed(event, process, completion(random, asked), null));
        open[process] = null;
      }
    }
    return log.build();
  }

  private static Invocation invocation(SplittableRandom random) {
    String key = random.nextBoolean() ? "a" : "b";
    return switch (random.nextInt(4)) {
      case 0 -> new Invocation("write", key, value(random));
      case 1 -> new Invocation("cas", key, Value.sequence(value(random), value(random)));
      default -> new Invocation("read", key, Value.NIL);
    };
  }

  private static Value value(SplittableRandom random) {
    int drawn = random.nextInt(3);
    return drawn == 0 ? Value.NIL : Value.of(drawn);
  }

  private static Completion completion(SplittableRandom random, Invocation asked) {
    int drawn = random.nextInt(8);
    if (drawn == 0) {
      return new Completion.Info("lost");
    }
    boolean read = asked.function().equals("read");
    return asked.function().equals("cas") && drawn < 4
        ? new Completion.Fail(Completion.Fail.MISMATCH)
        : new Completion.Ok(read ? value(random) : Value.NIL);
  }

  /** Tries all orders, one operation after another. */
  private static final class Orders {
    private final List<Operation> all = new ArrayList<>();

    Orders(History history) {
      history.operations().stream().filter(o -> o.matters(FailedCas.OBSERVE)).forEach(all::add);
    }

    boolean any() {
      return any(0, new TreeMap<>());
    }

    private boolean any(int placed, Map<String, Value> holds) {
      boolean complete = true;
      for (int i = 0; i < all.size(); i++) {
        if ((placed & 1 << i) == 0) {
          complete &= !returned(i);
          if (mayBeNext(placed, i) && after(placed, i, holds)) {
            return true;
          }
        }
      }
      return complete;
    }

    private boolean after(int placed, int i, Map<String, Value> holds) {
      String key = Objects.requireNonNull(all.get(i).invocation().key());
      Value now = holds.getOrDefault(key, Value.NIL);
      for (Value next : steps(now, all.get(i))) {
        Map<String, Value> then = new TreeMap<>(holds);
        then.put(key, next);
        if (any(placed | 1 << i, then)) {
          return true;
        }
      }
      return false;
    }

    private static List<Value> steps(Value now, Operation operation) {
      Model<Value> model = MODEL;
      Call.Answer answer =
          switch (operation.completion()) {
            case Completion.Ok ok -> new Call.Returned(ok.output());
            case Completion.Info info -> Call.UNKNOWN;
            case Completion.Fail fail -> Call.REFUSED;
          };
      return model.step(now, Call.of(operation, answer));
    }

    private boolean returned(int i) {
      return !(all.get(i).completion() instanceof Completion.Info);
    }

    /** What returned to the process before has its place. */
    private boolean mayBeNext(int placed, int i) {
      for (int j = 0; j < i; j++) {
        boolean before = all.get(j).process() == all.get(i).process() && returned(j);
        if (before && (placed & 1 << j) == 0) {
          return false;
        }
      }
      return true;
    }
  }
}
