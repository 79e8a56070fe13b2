package io.quorate.runner.simulated;

import io.quorate.history.json.JsonLimits;
import io.quorate.history.json.JsonWriter;
import io.quorate.simulation.TraceSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The traces of simulated servers as files, in the form of those of real ones. */
final class TraceFiles implements TraceSink, AutoCloseable {
  private static final String BOOT = "boot";

  /** One node's file, and the place of its next line. */
  private static final class Trace {
    private final OutputStream out;
    private long boot = -1;
    private long sequence;

    private Trace(OutputStream out) {
      this.out = out;
    }
  }

  private final Map<String, Trace> traces = new TreeMap<>();
  private final JsonWriter json = new JsonWriter(JsonLimits.LINE);

  /**
   * Opens one file a node.
   *
   * @param places where the trace of each node is to lie
   */
  TraceFiles(Map<String, Path> places) {
    places.forEach((node, file) -> traces.put(node, new Trace(opened(file))));
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
  public void noted(
      String node, long atNanos, String kind, long term, long index, Object... fields) {
    Trace trace = Objects.requireNonNull(traces.get(node), node);
    if (kind.equals(BOOT)) {
      trace.boot = boot(fields);
      trace.sequence = 0;
    }
    if (trace.boot < 0) {
      return; // before its first boot is on the disk nothing can be placed
    }
    json.reset();
    json.beginObject();
    json.name("node");
    json.text(node);
    number(BOOT, trace.boot);
    number("seq", trace.sequence++);
    number("t", atNanos);
    number("term", term);
    number("index", index);
    json.name("kind");
    json.text(kind);
    further(fields);
    json.endObject();
    write(trace.out);
  }

  /** The line of a boot tells its number. */
  private static long boot(Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equals(BOOT) && fields[i + 1] instanceof Number number) {
        return number.longValue();
      }
    }
    throw new IllegalArgumentException("a boot without its number");
  }

  private void number(String name, long value) {
    json.name(name);
    json.integer(value);
  }

  private void further(Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      if (!fields[i].equals(BOOT)) {
        json.name(String.valueOf(fields[i]));
        if (fields[i + 1] instanceof Number number) {
          json.integer(number.longValue());
        } else {
          json.text(String.valueOf(fields[i + 1]));
        }
      }
    }
  }

  private void write(OutputStream out) {
    try {
      out.write(json.bytes(), 0, json.size());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("a trace cannot be written: " + e, e);
    }
  }

  @Override
  public void close() {
    for (Trace trace : traces.values()) {
      try {
        trace.out.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a trace was not written to its end: " + e, e);
      }
    }
  }
}
