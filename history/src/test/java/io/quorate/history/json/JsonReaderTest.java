package io.quorate.history.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  private final JsonReader json = new JsonReader(new JsonLimits(100, 3, 4));

  @Test
  void aDocumentIsReadTokenByToken() {
    turnTo(" { \"a\" : [ -12 , \"x\" ] , \"b\" : null } ");

    json.beginObject();
    assertThat(json.nextName()).isEqualTo("a");
    json.beginArray();
    assertThat(json.nextItem()).isTrue();
    assertThat(json.integer()).isEqualTo(-12);
    assertThat(json.nextItem()).isTrue();
    assertThat(json.peek()).isEqualTo(JsonReader.Kind.TEXT);
    assertThat(json.text()).isEqualTo("x");
    assertThat(json.nextItem()).isFalse();
    assertThat(json.nextName()).isEqualTo("b");
    json.nil();
    assertThat(json.nextName()).isNull();
    json.finish();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1 2]|3|expected ',' or ']' but found '2'",
        "[1,]|3|expected a value but found ']'",
        "{\"a\" 1}|5|expected ':' but found '1'",
        "{a:1}|1|expected a text but found 'a'",
        "[1]x|3|expected nothing more but found 'x'",
        "[01]|1|a number with a leading zero",
        "[1.5]|2|a number with a fraction",
        "[1e3]|2|a number with a fraction or an exponent",
        "[-]|2|expected a digit but found ']'",
        "[9223372036854775808]|19|a number beyond 64 bits",
        "[-9223372036854775809]|20|a number beyond 64 bits",
        "[99999999999999999999]|19|a number beyond 64 bits",
        "[nul]|4|expected null but found ']'",
        "[\"\\x\"]|3|an unknown escape 'x'",
        "[\"\\u12g4\"]|6|expected a hexadecimal digit but found 'g'",
        "[\"a\u0001\"]|3|a control character byte 0x01",
        "[[[[]]]]|3|more than 3 arrays",
        "[1,2,3,4,5]|9|more than 4 items",
      })
  void anErrorSaysWhatAndWhere(String document, int offset, String what) {
    JsonException error = error(document);

    assertThat(error).hasMessageContaining(what);
    assertThat(error.offset()).isEqualTo(offset);
    assertThat(error.truncated()).isFalse();
  }

  @Test
  void theSmallestAndTheLargestIntegerAreRead() {
    turnTo("[-9223372036854775808,9223372036854775807,-0]");

    json.beginArray();
    assertThat(json.nextItem()).isTrue();
    assertThat(json.integer()).isEqualTo(Long.MIN_VALUE);
    assertThat(json.nextItem()).isTrue();
    assertThat(json.integer()).isEqualTo(Long.MAX_VALUE);
    assertThat(json.nextItem()).isTrue();
    assertThat(json.integer()).isZero();
  }

  @Test
  void aDocumentCutAnywhereIsTruncatedAndNothingWorse() {
    byte[] whole = "{\"k\":[-12,true,null,\"\\u12aB\u65e5\ud83d\ude00\"]}".getBytes(UTF_8);

    for (int length = 0; length < whole.length; length++) {
      int cut = length;
      JsonException error =
          catchThrowableOfType(JsonException.class, () -> JsonTree.read(json, whole, cut));
      assertThat(error).as("cut at %d", cut).isNotNull();
      assertThat(error.truncated()).as("cut at %d", cut).isTrue();
    }
    assertThat(JsonTree.read(json, whole, whole.length)).isNotNull();
  }

  @Test
  void aDocumentLongerThanTheLimitIsRefused() {
    assertThat(error("[\"" + "x".repeat(100) + "\"]")).hasMessageContaining("more than 100 bytes");
  }

  private JsonException error(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    JsonException error =
        catchThrowableOfType(JsonException.class, () -> JsonTree.read(json, bytes, bytes.length));
    assertThat(error).as(document).isNotNull();
    return error;
  }

  private void turnTo(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    json.turnTo(bytes, 0, bytes.length);
  }
}
