package io.quorate.checker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.model.Models;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamingCheckTest {
  private final StreamingCheck check = new StreamingCheck(Models.casRegister(), 1_000);

  @Test
  void aStaleReadIsRedWhenItReturns() {
    write(0, "x", 1);
    write(0, "x", 2);
    invoke(1, "read", "x", Value.NIL);

    assertThat(ok(1, Value.of(1)))
        .hasToString("key x: process 1 returned: 1 was seen, which is stale or was never written");
  }

  @Test
  void aReadThatBeganBeforeTheNextWriteReturnedIsNotStale() {
    write(0, "x", 1);
    invoke(1, "read", "x", Value.NIL);
    write(0, "x", 2);

    assertThat(ok(1, Value.of(1))).isNull();
  }

  @Test
  void keysAreFollowedByThemselves() {
    write(0, "x", 1);
    write(0, "y", 1);
    write(0, "y", 2);
    invoke(1, "read", "x", Value.NIL);

    assertThat(ok(1, Value.of(1))).isNull();
  }

  @Test
  void aCrashedWriteMayTakeEffectAtAnyTime() {
    invoke(7, "write", "x", Value.of(1));
    crash(7);
    write(0, "x", 2);
    invoke(1, "read", "x", Value.NIL);
    assertThat(ok(1, Value.of(2))).isNull();
    invoke(1, "read", "x", Value.NIL);
    assertThat(ok(1, Value.of(1))).isNull();
    invoke(1, "read", "x", Value.NIL);

    assertThat(ok(1, Value.of(2))).isNotNull();
  }

  @Test
  void aLostUpdateIsTwoCompareAndSetsFromOneValue() {
    write(0, "x", 1);
    cas(0, 1, 2);
    invoke(1, "cas", "x", Value.sequence(Value.of(1), Value.of(3)));

    assertThat(ok(1, Value.NIL)).isNotNull();
  }

  @Test
  void aKeyWhoseValuesRepeatIsLeftToTheFullCheck() {
    write(0, "x", 1);
    write(0, "x", 1);
    invoke(1, "read", "x", Value.NIL);

    assertThat(ok(1, Value.of(5))).isNull();
    assertThat(check.repeating()).isEqualTo(1);
    assertThat(check.live()).isZero();
  }

  /** A chain without an end, and a slow reader of another key, take no room. */
  @Test
  void itRemembersOnlyWhatCanStillBeSeen() {
    invoke(9, "read", "y", Value.NIL);
    write(0, "x", 1);
    for (int value = 2; value < 5_000; value++) {
      if (value % 3 == 0) {
        write(0, "x", value);
      } else {
        cas(0, value - 1, value);
      }
      assertThat(check.live()).isLessThan(8);
    }
    assertThat(check.overLimit()).isZero();
  }

  @Test
  void overItsLimitAKeyIsLeftToTheFullCheck() {
    for (int process = 0; process < 1_100; process++) {
      invoke(process, "write", "x", Value.of(process));
      crash(process);
    }

    assertThat(check.overLimit()).isEqualTo(1);
    assertThat(check.live()).isZero();
  }

  @Test
  void anAnswerNobodyAskedForIsRefused() {
    assertThatThrownBy(() -> ok(3, Value.NIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("process 3 has nothing under way");
  }

  private void write(long process, String key, long value) {
    invoke(process, "write", key, Value.of(value));
    assertThat(ok(process, Value.NIL)).isNull();
  }

  private void cas(long process, long from, long to) {
    invoke(process, "cas", "x", Value.sequence(Value.of(from), Value.of(to)));
    assertThat(ok(process, Value.NIL)).isNull();
  }

  private void invoke(long process, String function, String key, Value argument) {
    Invocation asked = new Invocation(function, key, argument);
    assertThat(check.take(new Entry.Invoked(0, 0, process, asked, null))).isNull();
  }

  private @Nullable Sighting ok(long process, Value output) {
    return check.take(new Entry.Completed(0, process, new Completion.Ok(output), null));
  }

  private void crash(long process) {
    Completion unknown = new Completion.Info("time-out");
    assertThat(check.take(new Entry.Completed(0, process, unknown, null))).isNull();
  }
}
