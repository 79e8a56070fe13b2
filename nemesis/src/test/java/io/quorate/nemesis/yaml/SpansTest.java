package io.quorate.nemesis.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
  @ParameterizedTest
  @CsvSource({
    "250ms, 250000000",
    "1.5s, 1500000000",
    "2m, 120000000000",
    "24h, 86400000000000",
    "0s, 0",
    "7ns, 7",
    "1.25us, 1250",
    "0.000000001s, 1"
  })
  void lengthsOfTimeAreRead(String text, long nanos) {
    assertThat(Spans.read(text)).contains(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "s",
        "-1s",
        "+1s",
        "1 s",
        "1S",
        ".5s",
        "1.s",
        "0.5ns",
        "25h",
        "1e3s",
        "1d",
        "999999999999999999h",
        "1s2"
      })
  void whatIsNoneIsNotRead(String text) {
    assertThat(Spans.read(text)).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (long nanos :
        List.of(
            0L,
            1L,
            999_999L,
            1_000_000L,
            1_000_001L,
            1_500_000_000L,
            86_400_000_000_000L,
            60_000_000_001L)) {
      Duration span = Duration.ofNanos(nanos);
      assertThat(Spans.read(Spans.write(span))).as(Spans.write(span)).contains(span);
    }
  }
}
