package io.quorate.raft.protocol;

/**
 * One server's trace as lines of JSON, as docs/raft-trace.md says: its boot and the place of each
 * line are told on all of them. Not safe for several threads.
 */
public final class TraceLines {
  private static final String BOOT = "boot";

  private final String node;
  private boolean begun;
  private long boot;
  private long sequence;

  /** The trace of {@code node}. */
  public TraceLines(String node) {
    StringBuilder quoted = new StringBuilder();
    JsonText.quote(node, quoted);
    this.node = quoted.toString();
  }

  /** Returns how many characters its name takes on each line. */
  public int nodeLength() {
    return node.length();
  }

  /**
   * Adds a line to {@code lines}, unless it comes before the first boot: nothing can be placed
   * there.
   *
   * @param nanos of the server's monotonic clock
   * @param fields names and values by turns
   * @return whether it was added
   */
  public boolean add(
      StringBuilder lines, long nanos, String kind, long term, long index, Object... fields) {
    if (kind.equals(BOOT)) {
      begin(fields);
    }
    if (begun) {
      write(lines, nanos, kind, term, index, fields);
    }
    return begun;
  }

  /** The boot's own line tells its number, which stands on every line. */
  private void begin(Object... fields) {
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i].equals(BOOT) && fields[i + 1] instanceof Number number) {
        begun = true;
        boot = number.longValue();
        sequence = 0;
      }
    }
  }

  private void write(
      StringBuilder lines, long nanos, String kind, long term, long index, Object... fields) {
    lines.append("{\"node\":").append(node).append(",\"boot\":").append(boot);
    lines.append(",\"seq\":").append(sequence++);
    lines.append(",\"t\":").append(nanos);
    lines.append(",\"term\":").append(term).append(",\"index\":").append(index);
    lines.append(",\"kind\":");
    JsonText.quote(kind, lines);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i].equals(BOOT)) {
        continue;
      }
      lines.append(',');
      JsonText.quote((String) fields[i], lines);
      lines.append(':');
      JsonText.value(fields[i + 1], lines);
    }
    lines.append("}\n");
  }
}
