package io.quorate.systems.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaftValuesTest {
  @Test
  void everyValueARegisterCanHoldComesBackAsItWas() {
    for (Value value :
        List.of(
            Value.NIL,
            Value.of(0),
            Value.of(-1),
            Value.of(Long.MIN_VALUE),
            Value.of(Long.MAX_VALUE),
            Value.of(""),
            Value.of("i:42"),
            Value.of("s:"),
            Value.of("null"))) {
      assertThat(RaftValues.fromRegister(RaftValues.toRegister(value))).isEqualTo(value);
    }
  }

  @Test
  void aTextNobodyHereWroteIsShownAsItIs() {
    for (String strange :
        List.of("", "42", "i:", "i:042", "i:-0", "i:9223372036854775808", "x:1")) {
      assertThat(RaftValues.fromRegister(strange)).isEqualTo(Value.of(strange));
    }
  }
}
