package io.quorate.checker;

import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A linearization order as a proof. */
public final class Certificate {
  private Certificate() {}

  /**
   * Returns what is wrong with {@code order} as a proof that {@code key} is linearizable, or empty.
   * Every row of the history is looked at: for many keys, let one {@link Replayer} do it.
   *
   * @param order rows of {@code history}, see {@link Verdict.Linearizable#order}
   */
  public static <S> Optional<String> verify(
      History history,
      Model<S> model,
      FailedCas failedCas,
      @Nullable String key,
      List<Integer> order) {
    return new Replayer<>(history, model, failedCas).wrong(key, order);
  }
}
