package io.quorate.runner.simulated;

import io.quorate.simulation.TraceSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The traces of simulated servers as files, where real ones leave theirs. */
final class TraceFiles implements TraceSink, AutoCloseable {
  private final Map<String, OutputStream> files = new TreeMap<>();

  /**
   * Opens one file a node.
   *
   * @param places where the trace of each node is to lie
   */
  TraceFiles(Map<String, Path> places) {
    places.forEach((node, file) -> files.put(node, opened(file)));
  }

  private static OutputStream opened(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("no trace can be written to " + file + ": " + e, e);
    }
  }

  @Override
  public void line(String node, String line) {
    try {
      Objects.requireNonNull(files.get(node), node).write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a trace cannot be written: " + e, e);
    }
  }

  @Override
  public void close() {
    for (OutputStream file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a trace was not written to its end: " + e, e);
      }
    }
  }
}
