package io.quorate.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Standstill;
import io.quorate.checker.Verdict;
import io.quorate.history.Header.FailedCas;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckJsonTest {
  private static String undecided(Verdict verdict) {
    KeyVerdict key = new KeyVerdict("k", 9, verdict, "lazy search", 1, 1);
    return CheckJson.undecided(new Analysis("register", FailedCas.IGNORE, List.of(key), 1))
        .toString();
  }

  @Test
  void anUndecidedKeySaysWhereTheSearchStoodAndWhatOfUnknownOutcomeMatters() {
    assertThat(undecided(new Verdict.Undecided("late", new Standstill(7, List.of(5, 2), 3))))
        .isEqualTo(
            "[{\"key\":\"k\",\"why\":\"late\",\"stuckRow\":7,\"unknown\":3,"
                + "\"unknownRows\":[5,2]}]");
    assertThat(undecided(new Verdict.Undecided("late")))
        .isEqualTo("[{\"key\":\"k\",\"why\":\"late\"}]");
  }
}
