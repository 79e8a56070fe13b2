package io.quorate.raft.shell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The log for people: one line an event, {@code time node=n1 event=... name=value ...}. Values come
 * from the network too: line breaks and quotes in them cannot forge a line.
 */
public final class ServerLog {
  private final String node;
  private final Appendable out;

  /** Writes lines of {@code node} to {@code out}. */
  public ServerLog(String node, Appendable out) {
    this.node = node;
    this.out = out;
  }

  /**
   * Says that something happened.
   *
   * @param event a few words joined by hyphens
   * @param fields pairs of name and value
   */
  public void say(String event, @Nullable Object... fields) {
    StringBuilder line = new StringBuilder(120);
    line.append(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    field(line, "node", node);
    field(line, "event", event);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      field(line, String.valueOf(fields[i]), String.valueOf(fields[i + 1]));
    }
    line.append('\n');
    synchronized (out) {
      try {
        out.append(line);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException("the log cannot be written", e);
      }
    }
  }

  private static void field(StringBuilder line, String name, String value) {
    line.append(' ').append(name).append('=');
    if (value.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '=')
        && !value.isEmpty()) {
      line.append(value);
      return;
    }
    line.append('"');
    value.chars().forEach(c -> quoted(line, (char) c));
    line.append('"');
  }

  private static void quoted(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
    } else if (c < ' ' || c == 127 || c == '\u0085' || c == '\u2028' || c == '\u2029') {
      line.append(String.format("\\u%04x", (int) c));
    } else {
      line.append(c);
    }
  }
}
