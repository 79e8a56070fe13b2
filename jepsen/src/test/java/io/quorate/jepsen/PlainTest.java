package io.quorate.jepsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clojure.java.api.Clojure;
import io.quorate.history.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nil | nil",
        "-7 | -7",
        "9223372036854775807N | 9223372036854775807",
        "9223372036854775808 | \"9223372036854775808\"",
        "\"a b\" | \"a b\"",
        ":a | \"a\"",
        ":a/b | \"a/b\"",
        "true | \"true\"",
        "1.5 | \"1.5\"",
        "1/2 | \"1/2\"",
        "\\x | \"x\"",
        "word | \"word\"",
        "[1 [nil]] | [1, [nil]]",
        "(1 2) | [1, 2]",
        "() | []",
        "#{3 1 2} | [1, 2, 3]",
        "{:b 1, :a 2} | [[\"a\", 2], [\"b\", 1]]",
      })
  void isTheValueOfClojuresData(String data, String value) {
    assertThat(Plain.value(Clojure.read(data))).hasToString(value);
  }

  @Test
  void collectionsHaveALimit() {
    Object deep = 1L;
    for (int i = 0; i < 100_000; i++) {
      deep = List.of(deep);
    }
    Object tooDeep = deep;

    assertThatThrownBy(() -> Plain.value(tooDeep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a value with more than 32 collections within one another");
    assertThat(Plain.value(null)).isEqualTo(Value.NIL);
  }
}
