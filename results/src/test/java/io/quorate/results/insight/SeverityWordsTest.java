package io.quorate.results.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.severity.Breach;
import io.quorate.checker.severity.Breach.Promise;
import io.quorate.checker.severity.Sequential;
import io.quorate.checker.severity.Severity;
import io.quorate.checker.severity.Staleness;
import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeverityWordsTest {
  private static Operation read(int row, String value) {
    Completion answer = new Completion.Ok(Value.of(value));
    Invocation asked = new Invocation("read", "k", Value.NIL);
    return new Operation(row, 7, asked, answer, row, row + 1, 0, 0, 0, null);
  }

  @Test
  void whatIsKnownIsToldWithTheOperationsThatShowIt() {
    Staleness staleness = new Staleness(3, 1_500_000, read(4, "a"), 2, read(9, "b"));
    Breach breach = new Breach(Promise.MONOTONIC_READS, read(4, "a"), read(9, "b"));
    Severity severity = new Severity(staleness, List.of(breach), 4, Sequential.NO, 0);

    assertThat(SeverityWords.sentences(severity))
        .containsExactly(
            "3 reads are stale: by at least 1.500 ms (read of \"a\" by process 7 (row 4)), by at"
                + " least 2 versions (read of \"b\" by process 7 (row 9)).",
            "A process read backwards: read of \"a\" by process 7 (row 4), then read of \"b\" by"
                + " process 7 (row 9). So it was 3 times more.",
            "It is not even sequentially consistent.");
  }

  @Test
  void whatIsNotKnownIsNotClaimed() {
    Severity severity = new Severity(null, List.of(), 0, Sequential.NOT_DETERMINED, 0);

    assertThat(SeverityWords.sentences(severity))
        .containsExactly(
            "No read is surely stale.",
            "No process surely read backwards, or missed its own write.",
            "Whether it is sequentially consistent was not determined.");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(SeverityWords.name(read(1, "x".repeat(1_000)))).hasSizeLessThan(120);
  }
}
