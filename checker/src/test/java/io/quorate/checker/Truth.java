package io.quorate.checker;

import io.quorate.checker.Counterexample.Kept;
import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The definition of a true counterexample, written down a second time. */
public final class Truth {
  private Truth() {}

  /** Returns whether {@code set} is closed under possible writers in {@code history}. */
  public static boolean closed(
      History history, RegisterModel model, FailedCas failedCas, List<Kept> set) {
    for (Kept kept : set) {
      if (!kept.weakened()) {
        Operation observer = kept.operation();
        Access access = access(model, observer, failedCas);
        for (int row = 0; row < history.size(); row++) {
          Operation writer = history.operation(row);
          if (sameKey(writer, observer)
              && writer.index() != observer.index()
              && wrote(access, access(model, writer, failedCas))
              && set.stream().noneMatch(k -> k.operation().index() == writer.index())
              && !ruledOut(model, failedCas, writer, observer, set)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean ruledOut(
      RegisterModel model,
      FailedCas failedCas,
      Operation writer,
      Operation observer,
      List<Kept> set) {
    return observer.returnOrder() < writer.invokeOrder()
        || set.stream()
            .map(Kept::operation)
            .anyMatch(sure ->
                sure.completion() instanceof Completion.Ok
                    && written(access(model, sure, failedCas)) != null
                    && writer.returnOrder() < sure.invokeOrder()
                    && sure.returnOrder() < observer.invokeOrder());
  }

  private static boolean sameKey(Operation a, Operation b) {
    return Objects.equals(a.invocation().key(), b.invocation().key());
  }

  private static boolean wrote(Access observed, Access writer) {
    Value value = written(writer);
    return switch (observed) {
      case Access.Read read -> read.value().equals(value);
      case Access.Cas cas -> cas.from().equals(value);
      case Access.Differs differs -> value != null && !differs.value().equals(value);
      case Access.Write write -> false;
      case Access.Nothing nothing -> false;
    };
  }

  @SuppressWarnings("NullAway")
  private static Value written(Access access) {
    return switch (access) {
      case Access.Write write -> write.value();
      case Access.Cas cas when !cas.from().equals(cas.to()) -> cas.to();
      case Access.Cas cas -> null;
      case Access.Read read -> null;
      case Access.Differs differs -> null;
      case Access.Nothing nothing -> null;
    };
  }

  /** Returns what {@code operation} does. */
  public static Access access(RegisterModel model, Operation operation, FailedCas failedCas) {
    Call.Answer answer =
        switch (operation.completion()) {
          case Completion.Ok ok -> new Call.Returned(ok.output());
          case Completion.Info info -> Call.UNKNOWN;
          case Completion.Fail fail -> Call.REFUSED;
        };
    boolean fails = operation.completion() instanceof Completion.Fail;
    boolean observed =
        failedCas == FailedCas.OBSERVE && operation.invocation().function().equals("cas");
    return fails && !observed
        ? new Access.Nothing()
        : model.access(
            new Call(operation.invocation().function(), operation.invocation().argument(), answer));
  }

  /** Returns the pieces of {@code set}; what is weakened is a write. */
  public static List<BruteForce.Piece> pieces(
      RegisterModel model, FailedCas failedCas, List<Kept> set) {
    List<BruteForce.Piece> pieces = new ArrayList<>();
    for (Kept kept : set) {
      Operation o = kept.operation();
      Access access = access(model, o, failedCas);
      Access counted =
          kept.weakened() && access instanceof Access.Cas cas ? new Access.Write(cas.to()) : access;
      pieces.add(new BruteForce.Piece(o.invokeOrder(), o.returnOrder(), Accesses.call(counted)));
    }
    return pieces;
  }

  /** Returns whether {@code set}, by itself, has an order. */
  public static boolean legal(RegisterModel model, FailedCas failedCas, List<Kept> set) {
    return BruteForce.legal(new Accesses(model.initial()), pieces(model, failedCas, set));
  }

  /** A register whose calls are written as accesses: the plainest model there can be. */
  private record Accesses(Value initial) implements Model<Value> {
    static Call call(Access access) {
      return switch (access) {
        case Access.Read read -> call("read", read.value());
        case Access.Write write -> call("write", write.value());
        case Access.Cas cas -> call("cas", Value.sequence(cas.from(), cas.to()));
        case Access.Differs differs -> call("differs", differs.value());
        case Access.Nothing nothing -> call("nothing", Value.NIL);
      };
    }

    private static Call call(String function, Value argument) {
      return new Call(function, argument, Call.UNKNOWN);
    }

    @Override
    public String name() {
      return "accesses";
    }

    @Override
    public List<Value> step(Value state, Call call) {
      Value argument = call.argument();
      return switch (call.function()) {
        case "read" -> state.equals(argument) ? List.of(state) : List.of();
        case "differs" -> state.equals(argument) ? List.of() : List.of(state);
        case "write" -> List.of(argument);
        case "cas" ->
            argument instanceof Value.Sequence pair && pair.items().get(0).equals(state)
                ? List.of(pair.items().get(1))
                : List.of();
        default -> List.of(state);
      };
    }
  }
}
