package io.quorate.checker;

import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Tries every order of a few operations: the slow twin of every search. */
public final class BruteForce {
  private BruteForce() {}

  /** One operation to place. */
  public record Piece(long invoke, long end, Call call) {
    boolean owed() {
      return end != Operation.OPEN;
    }
  }

  /** Returns the pieces of {@code history}. */
  public static List<Piece> pieces(History history, FailedCas failedCas) {
    return pieces(history, failedCas, Call::of);
  }

  /** Returns them, {@code form} saying what an operation asks of the object. */
  public static List<Piece> pieces(
      History history, FailedCas failedCas, BiFunction<Operation, Call.Answer, Call> form) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      Call.Answer answer =
          switch (o.completion()) {
            case Completion.Ok ok -> new Call.Returned(ok.output());
            case Completion.Info info -> Call.UNKNOWN;
            case Completion.Fail fail -> Call.REFUSED;
          };
      boolean refused = o.completion() instanceof Completion.Fail;
      boolean counts = o.invocation().function().equals("cas") && failedCas == FailedCas.OBSERVE;
      if (!refused || counts) {
        pieces.add(new Piece(o.invokeOrder(), o.returnOrder(), form.apply(o, answer)));
      }
    }
    return pieces;
  }

  /** Returns whether some order of {@code pieces} is allowed by {@code model}. */
  public static <S> boolean legal(Model<S> model, List<Piece> pieces) {
    return legal(model, pieces, 0, model.initial());
  }

  private static <S> boolean legal(Model<S> model, List<Piece> pieces, int placed, S state) {
    boolean complete = true;
    for (int i = 0; i < pieces.size(); i++) {
      boolean waits = (placed & (1 << i)) == 0;
      complete &= !waits || !pieces.get(i).owed();
      if (waits && mayBeNext(pieces, placed, i)) {
        for (S next : model.step(state, pieces.get(i).call())) {
          if (legal(model, pieces, placed | (1 << i), next)) {
            return true;
          }
        }
      }
    }
    return complete;
  }

  private static boolean mayBeNext(List<Piece> pieces, int placed, int i) {
    for (int j = 0; j < pieces.size(); j++) {
      if ((placed & (1 << j)) == 0 && pieces.get(j).end() < pieces.get(i).invoke()) {
        return false;
      }
    }
    return true;
  }
}
