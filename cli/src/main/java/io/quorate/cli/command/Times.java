package io.quorate.cli.command;

import io.quorate.nemesis.yaml.Spans;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 60s}, {@code 5m}. */
final class Times implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Spans.read(text)
        .filter(Duration::isPositive)
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is no time: write 500ms, 60s or 5m"));
  }
}
