package io.quorate.history.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final JsonWriter json = new JsonWriter(new JsonLimits(100, 3, 4));

  @Test
  void aDocumentIsWrittenWithoutAnySpace() {
    json.beginObject();
    json.name("a");
    json.integer(-1);
    json.name("b");
    json.beginArray();
    json.nil();
    json.bool(true);
    json.beginArray();
    json.endArray();
    json.text("x");
    json.endArray();
    json.endObject();
    json.endLine();

    assertThat(written()).isEqualTo("{\"a\":-1,\"b\":[null,true,[],\"x\"]}\n");
  }

  @Test
  void aHostileTextStaysOneLineAndShowsAsWhatItIs() {
    assertThat(text("\u0000\u001b[31m\n\r\t\"\\"))
        .isEqualTo("\"\\u0000\\u001b[31m\\n\\r\\t\\\"\\\\\"");
    assertThat(text("\u007f\u0085\u2028\u2029\u202e\u2066\ufeff"))
        .isEqualTo("\"\\u007f\\u0085\\u2028\\u2029\\u202e\\u2066\\ufeff\"");
    assertThat(text("h\u00e9\u65e5\ud83d\ude00")).isEqualTo("\"h\u00e9\u65e5\ud83d\ude00\"");
    assertThat(text("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(text("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
  }

  @Test
  void everyIntegerIsWrittenAsJavaWritesIt() {
    for (long power = 1; power > 0 && power <= Long.MAX_VALUE / 10; power *= 10) {
      for (long number : new long[] {power, power - 1, power + 1, -power, 1 - power}) {
        json.reset();
        json.integer(number);
        assertThat(written()).isEqualTo(Long.toString(number));
      }
    }
    for (long number : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE}) {
      json.reset();
      json.integer(number);
      assertThat(written()).isEqualTo(Long.toString(number));
    }
  }

  @Test
  void whatNobodyCouldReadIsNotWritten() {
    assertThatThrownBy(() -> text("x".repeat(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 bytes");

    json.reset();
    json.beginArray();
    json.beginArray();
    json.beginArray();
    assertThatThrownBy(json::beginArray)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 arrays and objects");

    json.reset();
    json.beginArray();
    for (int n = 0; n < 4; n++) {
      json.integer(n);
    }
    assertThatThrownBy(json::nil)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 items");
  }

  private String text(String text) {
    json.reset();
    json.text(text);
    return written();
  }

  private String written() {
    return new String(json.bytes(), 0, json.size(), UTF_8);
  }
}
