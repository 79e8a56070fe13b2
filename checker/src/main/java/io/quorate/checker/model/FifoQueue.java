package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Chain;
import io.quorate.checker.state.Row;
import io.quorate.history.Value;
import java.util.List;

/**
 * What was enqueued first is dequeued first; nil is the answer of an empty queue.
 *
 * @param dequeues what is known of the dequeues to come
 */
record FifoQueue(Dequeues dequeues) implements Model<FifoQueue.State> {
  /**
   * The queue, and of the values whose dequeues are known which were enqueued already.
   *
   * @param row what is in it
   * @param done the first so many, by {@link Dequeues#rank}
   * @param ahead those beyond, ascending
   */
  record State(Row row, int done, List<Integer> ahead) {
    @Override
    public String toString() {
      return row.toString();
    }
  }

  FifoQueue() {
    this(Dequeues.UNKNOWN);
  }

  @Override
  public String name() {
    return "fifo-queue";
  }

  @Override
  public State initial() {
    return new State(Row.EMPTY, 0, List.of());
  }

  @Override
  public List<State> step(State state, Call call) {
    return switch (call.function()) {
      case "enqueue" -> enqueued(state, Removal.item(this, call));
      case "dequeue" ->
          Removal.next(state.row().size(), state.row().first(), call.answer())
              .map(taken -> taken ? new State(state.row().rest(), state.done, state.ahead) : state)
              .stream()
              .toList();
      default -> throw Models.unknown(name(), "enqueue of something and dequeue", call);
    };
  }

  private List<State> enqueued(State state, Value item) {
    if (dequeues.impossible() || dequeues.before(item) > state.done) {
      return List.of();
    }
    return List.of(dequeues.mark(new State(state.row.with(item), state.done, state.ahead), item));
  }

  @Override
  public Model<State> knowing(List<Step> steps) {
    return new FifoQueue(Dequeues.of(steps));
  }

  @Override
  public boolean pure(Call call) {
    return Removal.ofNothing("dequeue", call);
  }

  @Override
  public long bytes(State state) {
    return 512 + 2 * Chain.BYTES + 16L * state.ahead().size();
  }
}
