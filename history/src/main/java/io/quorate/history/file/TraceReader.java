package io.quorate.history.file;

import io.quorate.history.Observation;
import io.quorate.history.json.JsonLimits;
import io.quorate.history.json.JsonReader;
import io.quorate.history.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the white-box trace of one node, {@code nodes/<n>/trace.jsonl}, line by line.
 *
 * <p>A line has the integers boot, seq, t, term and index, the text kind, perhaps the node, and
 * whatever else that kind says, which becomes the {@link Observation#detail}. A line that is the
 * beginning of a right line, torn by a kill, is dropped at the end of the file and before the first
 * line of a later boot: a server ends what its predecessor left. Anything else that is wrong is a
 * {@link MalformedFileException}.
 */
public final class TraceReader implements AutoCloseable {
  private static final String REMEDY = "see the trace in docs/history-format.md";

  private final String node;
  private final InputStream in;
  private final JsonLines lines;
  private long boot = -1;
  private final JsonWriter rest = new JsonWriter(JsonLimits.LINE);

  private TraceReader(String node, String source, InputStream in) {
    this.node = node;
    this.in = in;
    lines = new JsonLines(source, in, JsonLimits.LINE);
  }

  /** Reads from {@code in}, which errors call {@code source}, what {@code node} observed. */
  public static TraceReader of(String node, String source, InputStream in) {
    return new TraceReader(node, source, in);
  }

  /** Opens the trace {@code file} of {@code node}. */
  public static TraceReader open(String node, Path file) {
    try {
      return new TraceReader(node, file.toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trace " + file + ": " + e, e);
    }
  }

  /** Returns the next observation, or null at the end. */
  public @Nullable Observation next() {
    Observation next;
    try {
      next = lines.next(this::observation);
    } catch (MalformedFileException torn) {
      next = afterTorn(torn);
    }
    boot = next == null ? boot : next.boot();
    return next;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the trace of " + node + ": " + e, e);
    }
  }

  /** Returns the line after the one that was torn, if it is there and begins a later boot. */
  private @Nullable Observation afterTorn(MalformedFileException torn) {
    if (!lines.endedTorn()) {
      throw torn;
    }
    Observation next = lines.next(this::observation);
    if (next != null && next.boot() <= boot) {
      throw torn;
    }
    return next;
  }

  private Observation observation(JsonReader json) {
    Map<String, Long> numbers = new HashMap<>();
    String kind = null;
    rest.reset();
    rest.beginObject();
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "boot", "seq", "t", "term", "index" -> number(numbers, name, json);
        case "kind" -> kind = once(kind, name, json);
        case "node" -> checkNode(json);
        default -> {
          rest.name(name);
          rest.copy(json);
        }
      }
    }
    rest.endObject();
    json.finish();
    return new Observation(
        node,
        needed(numbers.get("boot"), "boot"),
        needed(numbers.get("seq"), "seq"),
        needed(numbers.get("t"), "t"),
        needed(numbers.get("term"), "term"),
        needed(numbers.get("index"), "index"),
        needed(kind, "kind"),
        new String(rest.bytes(), 0, rest.size(), StandardCharsets.UTF_8));
  }

  private void checkNode(JsonReader json) {
    String writer = json.text();
    if (!writer.equals(node)) {
      throw new MalformedLineException(
          json.offset(), "a line of another node in the trace of " + node, REMEDY);
    }
  }

  private static String once(@Nullable String before, String name, JsonReader json) {
    if (before != null) {
      throw new MalformedLineException(json.offset(), "the field " + name + " twice", REMEDY);
    }
    return json.text();
  }

  private static void number(Map<String, Long> numbers, String name, JsonReader json) {
    if (numbers.put(name, json.integer()) != null) {
      throw new MalformedLineException(json.offset(), "the field " + name + " twice", REMEDY);
    }
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) {
      throw new MalformedLineException(0, "a trace line without the field " + name, REMEDY);
    }
    return value;
  }
}
