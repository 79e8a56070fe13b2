package io.quorate.nemesis.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 250ms}, {@code 1.5s}, {@code 2m}. */
public final class Spans {
  /** The longest one. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(ns|us|ms|s|m|h)");

  private Spans() {}

  /** Reads {@code text}; empty when it is no length of time, no whole nanoseconds or too long. */
  public static Optional<Duration> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = new BigDecimal(form.group(1)).multiply(unit(form.group(2)));
    boolean whole = nanos.stripTrailingZeros().scale() <= 0;
    return whole && nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) <= 0
        ? Optional.of(Duration.ofNanos(nanos.longValueExact()))
        : Optional.empty();
  }

  /** Writes {@code span} so that {@link #read} gives the same. */
  public static String write(Duration span) {
    long nanos = span.toNanos();
    String unit = nanos == 0 || nanos >= 1_000_000_000 ? "s" : nanos >= 1_000_000 ? "ms" : "ns";
    BigDecimal count = BigDecimal.valueOf(nanos).divide(unit(unit));
    return count.stripTrailingZeros().toPlainString() + unit;
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(
        switch (name) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> throw new IllegalArgumentException("no unit of time: " + name);
        });
  }
}
