package io.quorate.history;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A recorded run: its operations in the order of invocation, and what disturbed it.
 *
 * <p>Kept in {@link Columns}, so that 10 million operations fit in 2 GiB; an {@link Operation} is a
 * view made on demand. Nothing is left out: failed operations and reads in doubt are rows as well,
 * and {@link #matters} says which rows a judge of consistency has to look at.
 */
public final class History {
  private final Header header;
  private final Columns columns;
  private final List<Disturbance> disturbances;

  private History(Header header, Columns columns, List<Disturbance> disturbances) {
    this.header = header;
    this.columns = columns;
    this.disturbances = disturbances;
  }

  /** Returns a builder that takes the entries in the order of their order numbers. */
  public static Builder builder(Header header) {
    return new Builder(header);
  }

  /** Returns the first line. */
  public Header header() {
    return header;
  }

  /** Returns the number of operations. */
  public int size() {
    return columns.size();
  }

  /** Returns the columns, for whoever reads millions of rows. */
  public Columns columns() {
    return columns;
  }

  /** Returns the operation in row {@code index}, built anew. */
  public Operation operation(int index) {
    Columns c = columns;
    return new Operation(
        index,
        c.process(index),
        new Invocation(
            c.function(c.functionId(index)),
            c.key(c.keyId(index)),
            c.values().value(c.argumentId(index))),
        completion(index),
        c.invokeOrder(index),
        c.returnOrder(index),
        c.dueNanos(index),
        c.invokedNanos(index),
        c.completedNanos(index),
        c.node(index));
  }

  /** Returns all operations as a list of views. */
  public List<Operation> operations() {
    return new Rows(this);
  }

  /** Returns what disturbed the run, in the order of the first phase recorded. */
  public List<Disturbance> disturbances() {
    return disturbances;
  }

  /**
   * Whether row {@code index} can bear on consistency; {@link Operation#matters} under the rule of
   * this history's header.
   */
  public boolean matters(int index) {
    return switch (columns.kind(index)) {
      case OK -> true;
      case INFO -> !columns.function(columns.functionId(index)).equals(Invocation.READ);
      case FAIL ->
          header.failedCas() == Header.FailedCas.OBSERVE
              && columns.error(index).equals(Completion.Fail.MISMATCH);
    };
  }

  /**
   * Returns the rows of each key, ascending: the histories of the independent objects. The place in
   * the outer array is the key's number in {@link #columns}; both arrays are the caller's own.
   */
  public int[][] rowsByKey() {
    int[] counts = new int[columns.keys()];
    for (int row = 0; row < size(); row++) {
      counts[columns.keyId(row)]++;
    }
    int[][] rows = new int[counts.length][];
    for (int key = 0; key < counts.length; key++) {
      rows[key] = new int[counts[key]];
    }
    for (int row = size() - 1; row >= 0; row--) {
      int key = columns.keyId(row);
      rows[key][--counts[key]] = row;
    }
    return rows;
  }

  private Completion completion(int index) {
    return switch (columns.kind(index)) {
      case OK -> new Completion.Ok(columns.values().value(columns.outputId(index)));
      case FAIL -> new Completion.Fail(columns.error(index));
      case INFO -> new Completion.Info(columns.error(index));
    };
  }

  private static final class Rows extends AbstractList<Operation> implements RandomAccess {
    private final History history;

    Rows(History history) {
      this.history = history;
    }

    @Override
    public Operation get(int index) {
      return history.operation(index);
    }

    @Override
    public int size() {
      return history.size();
    }
  }

  /** Collects entries, pairs completions with their invocations, and is spent by {@link #build}. */
  public static final class Builder {
    private final Header header;
    private final Columns columns = new Columns();
    private final DisturbanceLog disturbances = new DisturbanceLog();
    private final OpenOperations<Integer> open = new OpenOperations<>();
    private boolean spent;

    private Builder(Header header) {
      this.header = header;
    }

    /** Appends {@code entry} under the next order number. */
    public Builder add(Entry entry) {
      return add(open.next(), entry);
    }

    /**
     * Appends {@code entry} under {@code order}.
     *
     * @throws IllegalSequenceException where no run can have this entry here; nothing is appended
     */
    public Builder add(long order, Entry entry) {
      if (spent) {
        throw new IllegalStateException("this builder has built its history already");
      }
      switch (entry) {
        case Entry.Invoked e -> {
          open.invoke(order, e, size());
          columns.open(order, e);
        }
        case Entry.Completed e -> columns.close(open.complete(order, e), order, e);
        case Entry.Disturbed e -> {
          open.disturb(order, e);
          disturbances.add(e);
        }
      }
      return this;
    }

    /** Returns the number of operations so far. */
    public int size() {
      return columns.size();
    }

    /** Returns the history of all entries added; what is open in it stays open. */
    public History build() {
      spent = true;
      columns.seal();
      return new History(header, columns, disturbances.disturbances());
    }
  }
}
