package io.quorate.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A recorded run: its operations in the order of invocation, and what disturbed it. */
public final class History {
  private final Header header;
  private final List<Operation> operations;
  private final List<Disturbance> disturbances;

  private History(Header header, List<Operation> operations, List<Disturbance> disturbances) {
    this.header = header;
    this.operations = operations;
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
    return operations.size();
  }

  /** Returns the operation in row {@code index}. */
  public Operation operation(int index) {
    return operations.get(index);
  }

  /** Returns what disturbed the run, in the order of the first phase recorded. */
  public List<Disturbance> disturbances() {
    return disturbances;
  }

  /** Collects entries and pairs completions with their invocations. */
  public static final class Builder {
    private final Header header;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Long, Integer> open = new HashMap<>();
    private long next;

    private Builder(Header header) {
      this.header = header;
    }

    /** Appends {@code entry} under the next order number. */
    public Builder add(Entry entry) {
      long i = next++;
      switch (entry) {
        case Entry.Invoked e -> {
          open.put(e.process(), operations.size());
          operations.add(
              new Operation(
                  operations.size(),
                  e.process(),
                  e.invocation(),
                  new Completion.Info("open"),
                  i,
                  Operation.OPEN,
                  e.dueNanos(),
                  e.timeNanos(),
                  Operation.OPEN,
                  e.node()));
        }
        case Entry.Completed e -> {
          Integer row = open.remove(e.process());
          if (row == null) {
            throw new IllegalArgumentException("process " + e.process() + " has nothing open");
          }
          Operation o = operations.get(row);
          long end = e.completion() instanceof Completion.Info ? Operation.OPEN : i;
          operations.set(
              row,
              new Operation(
                  o.index(),
                  o.process(),
                  o.invocation(),
                  e.completion(),
                  o.invokeOrder(),
                  end,
                  o.dueNanos(),
                  o.invokedNanos(),
                  e.timeNanos(),
                  e.node()));
        }
        case Entry.Disturbed e -> {}
      }
      return this;
    }

    /** Returns the history of all entries added so far. */
    public History build() {
      return new History(header, List.copyOf(operations), List.of());
    }
  }
}
