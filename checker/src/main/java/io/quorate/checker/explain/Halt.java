package io.quorate.checker.explain;

import io.quorate.checker.Standstill;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a search without a verdict came to no order past, with the operations of
 * unknown outcome on which it may depend whether there is one.
 */
public final class Halt {
  private final Operations operations;
  private final @Nullable RegisterOperations register;
  private final int stuck;
  private final boolean direct;
  private final List<Integer> unknown;

  /**
   * The search stood before the return of operation {@code stuck}.
   *
   * @param register the same operations where they are those of a register, else null
   */
  public Halt(Operations operations, @Nullable RegisterOperations register, int stuck) {
    this.operations = operations;
    this.register = register;
    this.stuck = stuck;
    List<Integer> writers = register == null ? List.of() : open(i -> mayExplain(register, i));
    this.direct = !writers.isEmpty();
    this.unknown = direct ? writers : open(this::mayTakeEffect);
  }

  private boolean mayExplain(RegisterOperations known, int i) {
    return known.observes(stuck) && known.mayHaveWritten(i, stuck);
  }

  private boolean mayTakeEffect(int i) {
    RegisterOperations known = register;
    return known == null || known.leaves(i) != RegisterOperations.NONE;
  }

  /** Those of unknown outcome invoked before the halt that are as asked, the latest first. */
  private List<Integer> open(IntPredicate asked) {
    List<Integer> found = new ArrayList<>();
    long end = operations.end(stuck);
    for (int i = 0; i < operations.size() && operations.invoke(i) < end; i++) {
      if (operations.end(i) == Operations.OPEN && asked.test(i)) {
        found.add(i);
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** Returns where it is, for machines. */
  public Standstill place() {
    return new Standstill(operations.row(stuck), rows(), unknown.size());
  }

  private List<Integer> rows() {
    return unknown.stream().limit(Standstill.MOST_ROWS).map(operations::row).toList();
  }

  /** Returns where it is, as the end of a sentence of bounded length. */
  public String sentence(History history) {
    String place =
        "; no order tried came past the return of " + name(history, operations.row(stuck));
    if (unknown.isEmpty()) {
      return place + ", where no operation of unknown outcome was open that may matter";
    }
    String named = rows().stream().map(row -> name(history, row)).collect(Collectors.joining(", "));
    int more = unknown.size() - Math.min(unknown.size(), Standstill.MOST_ROWS);
    return place
        + ", where "
        + (unknown.size() == 1 ? "1 open operation" : unknown.size() + " open operations")
        + " of unknown outcome may have "
        + (direct ? "left what it saw: " : "taken effect: ")
        + named
        + (more > 0 ? " and " + more + " earlier" : "");
  }

  private static String name(History history, int row) {
    Operation operation = history.operation(row);
    return "operation " + operation.index() + " (" + Words.name(operation) + ")";
  }
}
