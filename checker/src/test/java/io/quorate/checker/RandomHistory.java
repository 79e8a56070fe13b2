package io.quorate.checker;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one object: processes that overlap at random on a true object, which
 * sometimes lies, forgets, or is not heard.
 *
 * @param operations how many are invoked
 * @param processes how many run at the same time
 * @param values writes draw from 1 to this, or are unique when it is 0
 * @param crash share of operations whose outcome stays unknown
 * @param lie share of answers that are invented
 * @param reads share of reads, where the model has reads
 */
public record RandomHistory(
    int operations, int processes, int values, double crash, double lie, double reads) {

  /** Draws a history of a few operations with distinct values, about half of them illegal. */
  public static <S> History small(Model<S> model, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    RandomHistory shape =
        new RandomHistory(
            3 + random.nextInt(5),
            2 + random.nextInt(3),
            0,
            random.nextInt(4) * 0.15,
            random.nextInt(1, 4) * 0.15,
            0.15 + random.nextInt(3) * 0.2);
    return shape.draw(model, seed);
  }

  /** Draws a history of {@code model}. */
  public <S> History draw(Model<S> model, long seed) {
    return new Run<>(this, model, new SplittableRandom(seed)).history();
  }

  private static final class Run<S> {
    private final RandomHistory shape;
    private final Model<S> model;
    private final SplittableRandom random;
    private final @Nullable Invocation[] pending;
    private final boolean[] effective;
    private final Completion[] answer;
    private final long[] process;
    private final History.Builder builder;
    private S state;
    private long nextValue = 1;
    private long nanos;

    Run(RandomHistory shape, Model<S> model, SplittableRandom random) {
      this.shape = shape;
      this.model = model;
      this.random = random;
      this.pending = new Invocation[shape.processes];
      this.effective = new boolean[shape.processes];
      this.answer = new Completion[shape.processes];
      this.process = new long[shape.processes];
      this.state = model.initial();
      this.builder = History.builder(new Header(1, model.name(), FailedCas.OBSERVE, 0, List.of()));
      for (int p = 0; p < shape.processes; p++) {
        process[p] = p;
      }
    }

    History history() {
      int invoked = 0;
      int completed = 0;
      while (completed < shape.operations) {
        int p = random.nextInt(shape.processes);
        Invocation asked = pending[p];
        nanos += 1_000_000;
        if (asked == null && invoked < shape.operations) {
          invoke(p);
          invoked++;
        } else if (asked != null && !effective[p]) {
          takeEffect(p, asked);
        } else if (asked != null) {
          complete(p);
          completed++;
        }
      }
      return builder.build();
    }

    private void invoke(int p) {
      Invocation asked = draw();
      pending[p] = asked;
      effective[p] = false;
      builder.add(new Entry.Invoked(nanos, nanos, process[p], asked, null));
    }

    private void takeEffect(int p, Invocation asked) {
      effective[p] = true;
      boolean crashes = random.nextDouble() < shape.crash;
      if (!crashes || random.nextBoolean()) {
        answer[p] = execute(asked);
      }
      if (crashes) {
        answer[p] = new Completion.Info("crash");
      }
    }

    private void complete(int p) {
      builder.add(new Entry.Completed(nanos, process[p], answer[p], null));
      pending[p] = null;
      if (answer[p] instanceof Completion.Info) {
        process[p] += shape.processes;
      }
    }

    private Completion execute(Invocation asked) {
      boolean lies = random.nextDouble() < shape.lie;
      for (Value output : outputs(asked.function())) {
        Value said = lies && asked.function().equals("read") ? small() : output;
        Call call = new Call(asked.function(), asked.argument(), new Call.Returned(output));
        List<S> next = model.step(state, call);
        if (!next.isEmpty()) {
          if (!lies) {
            state = next.get(random.nextInt(next.size()));
          }
          return new Completion.Ok(said);
        }
      }
      boolean invents = lies && !asked.function().equals("read");
      return invents ? new Completion.Ok(Value.NIL) : new Completion.Fail(Completion.Fail.MISMATCH);
    }

    private List<Value> outputs(String function) {
      boolean looks = function.equals("read") || function.equals("test-and-set");
      if (!looks) {
        return List.of(Value.NIL);
      }
      return state instanceof Value value ? List.of(value) : List.of(Value.NIL);
    }

    private Invocation draw() {
      boolean read = random.nextDouble() < shape.reads;
      return switch (model.name()) {
        case "mutex" ->
            new Invocation(random.nextBoolean() ? "acquire" : "release", null, Value.NIL);
        case "test-and-set" ->
            new Invocation(
                read ? "read" : random.nextInt(3) == 0 ? "reset" : "test-and-set", null, Value.NIL);
        case "register" ->
            read ? new Invocation("read", null, Value.NIL) : new Invocation("write", null, fresh());
        default -> read ? new Invocation("read", null, Value.NIL) : change();
      };
    }

    private Invocation change() {
      return random.nextBoolean()
          ? new Invocation("write", null, fresh())
          : new Invocation("cas", null, Value.sequence(expected(), fresh()));
    }

    private Value expected() {
      boolean knows = random.nextInt(3) > 0 && state instanceof Value;
      return knows && state instanceof Value value ? value : small();
    }

    private Value fresh() {
      return shape.values == 0 ? Value.of(nextValue++) : small();
    }

    private Value small() {
      int bound = shape.values == 0 ? (int) Math.max(1, nextValue - 1) : shape.values;
      int drawn = random.nextInt(bound + 1);
      return drawn == 0 ? Value.NIL : Value.of(drawn);
    }
  }
}
