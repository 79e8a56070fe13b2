package io.quorate.history;

import org.jspecify.annotations.Nullable;

/**
 * The operations of a {@link History} as columns: one row each, in the order of invocation, read
 * without building an object. About 70 bytes a row; see {@link Operation} for the meaning of each.
 */
public final class Columns {
  private final Chunked.Longs process = new Chunked.Longs();
  private final Chunked.Longs invokeOrder = new Chunked.Longs();
  private final Chunked.Longs endOrder = new Chunked.Longs();
  private final Chunked.Longs due = new Chunked.Longs();
  private final Chunked.Longs invoked = new Chunked.Longs();
  private final Chunked.Longs completed = new Chunked.Longs();
  private final Chunked.Ints functionAndKind = new Chunked.Ints();
  private final Chunked.Ints key = new Chunked.Ints();
  private final Chunked.Ints argument = new Chunked.Ints();
  private final Chunked.Ints result = new Chunked.Ints();
  private final Chunked.Ints node = new Chunked.Ints();

  private final Names functions = new Names();
  private final Names keys = new Names();
  private final Names nodes = new Names();
  private final Names errors = new Names();
  private final Values values = new Values();

  Columns() {}

  /** Returns the number of rows. */
  public int size() {
    return process.size();
  }

  /** Returns the process of {@code row}. */
  public long process(int row) {
    return process.get(row);
  }

  /** Returns the number of the function of {@code row}, dense from 0 by first occurrence. */
  public int functionId(int row) {
    return functionAndKind.get(row) >>> 2;
  }

  /** Returns the name of function {@code functionId}. */
  public String function(int functionId) {
    return named(functions, functionId);
  }

  /** Returns how many functions there are. */
  public int functions() {
    return functions.size();
  }

  /** Returns the number of the key of {@code row}, dense from 0 by first occurrence. */
  public int keyId(int row) {
    return key.get(row);
  }

  /** Returns key {@code keyId}; null, where operations have no key, is a key of its own. */
  public @Nullable String key(int keyId) {
    return keys.get(keyId);
  }

  /** Returns how many keys there are, the absent one counted. */
  public int keys() {
    return keys.size();
  }

  /** Returns the id of the argument of {@code row} in {@link #values}. */
  public int argumentId(int row) {
    return argument.get(row);
  }

  /** Returns the id of the output of {@code row}, nil's unless its {@link #kind} is OK. */
  public int outputId(int row) {
    return kind(row) == Completion.Kind.OK ? result.get(row) : Values.NIL;
  }

  /** Returns the values behind the ids. */
  public Values values() {
    return values;
  }

  /** Returns how {@code row} ended. */
  public Completion.Kind kind(int row) {
    return switch (functionAndKind.get(row) & 3) {
      case 0 -> Completion.Kind.INFO;
      case 1 -> Completion.Kind.OK;
      case 2 -> Completion.Kind.FAIL;
      default -> throw new IllegalStateException("row " + row + " ended in no known way");
    };
  }

  /** Returns why {@code row} failed or is in doubt, empty where it is neither. */
  public String error(int row) {
    return kind(row) == Completion.Kind.OK ? "" : named(errors, result.get(row));
  }

  /** Returns the order number of the invocation of {@code row}. */
  public long invokeOrder(int row) {
    return invokeOrder.get(row);
  }

  /** Returns the order number of its completion, {@link Operation#OPEN} where it is in doubt. */
  public long returnOrder(int row) {
    return kind(row) == Completion.Kind.INFO ? Operation.OPEN : endOrder.get(row);
  }

  /** Returns the intended start of {@code row}. */
  public long dueNanos(int row) {
    return due.get(row);
  }

  /** Returns the time of the invocation of {@code row}. */
  public long invokedNanos(int row) {
    return invoked.get(row);
  }

  /** Returns the recorded time of its completion, {@link Operation#OPEN} where there is none. */
  public long completedNanos(int row) {
    return completed.get(row);
  }

  /** Returns the node {@code row} was addressed to last, or null. */
  public @Nullable String node(int row) {
    return nodes.get(node.get(row));
  }

  /** Appends the row of an operation that nobody has completed yet. */
  int open(long order, Entry.Invoked e) {
    process.add(e.process());
    invokeOrder.add(order);
    endOrder.add(Operation.OPEN);
    due.add(e.dueNanos());
    invoked.add(e.timeNanos());
    completed.add(Operation.OPEN);
    functionAndKind.add(functions.intern(e.invocation().function()) << 2);
    key.add(keys.intern(e.invocation().key()));
    argument.add(values.intern(e.invocation().argument()));
    result.add(errors.intern(Completion.Info.OPEN));
    node.add(nodes.intern(e.node()));
    return size() - 1;
  }

  /** Completes {@code row}. */
  void close(int row, long order, Entry.Completed e) {
    int function = functionId(row) << 2;
    switch (e.completion()) {
      case Completion.Info(String error) -> end(row, function, errors.intern(error));
      case Completion.Ok(Value output) -> end(row, function | 1, values.intern(output));
      case Completion.Fail(String error) -> end(row, function | 2, errors.intern(error));
    }
    endOrder.set(row, order);
    completed.set(row, e.timeNanos());
    if (e.node() != null) {
      node.set(row, nodes.intern(e.node()));
    }
  }

  /** Gives the indexes of interning away, once the last row is complete. */
  void seal() {
    functions.seal();
    keys.seal();
    nodes.seal();
    errors.seal();
    values.seal();
  }

  private void end(int row, int functionWithKind, int resultId) {
    functionAndKind.set(row, functionWithKind);
    result.set(row, resultId);
  }

  private static String named(Names names, int id) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalStateException("a null among names that are never null");
    }
    return name;
  }
}
