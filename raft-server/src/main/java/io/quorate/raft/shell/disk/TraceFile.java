package io.quorate.raft.shell.disk;

import io.quorate.raft.port.Trace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The trace as lines of JSON in a file, as docs/raft-trace.md says. Lines gather until {@link
 * #flush}. At its size limit the trace ends with a line of kind {@code trace-full}; a trace that
 * cannot be written ends too, and says so once: neither stops the server.
 */
public final class TraceFile implements Trace, Closeable {
  private static final int LINE_ROOM = 160;

  private final String node;
  private final LongSupplier nanoClock;
  private final FileChannel channel;
  private final Consumer<String> trouble;
  private final StringBuilder lines = new StringBuilder(8192);
  private long room;
  private boolean begun;
  private long boot;
  private long sequence;
  private boolean ended;

  private TraceFile(
      String node,
      long room,
      LongSupplier nanoClock,
      FileChannel channel,
      Consumer<String> trouble) {
    this.node = node;
    this.room = room;
    this.nanoClock = nanoClock;
    this.channel = channel;
    this.trouble = trouble;
  }

  /**
   * Opens {@code file} for more lines; a line torn by a kill is ended first.
   *
   * @param limitBytes most bytes of the file
   * @param node who writes
   * @param nanoClock the monotonic clock
   * @param trouble takes a sentence when the trace ends early
   */
  public static TraceFile open(
      Path file, long limitBytes, String node, LongSupplier nanoClock, Consumer<String> trouble)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long size = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size++);
    }
    channel.position(size);
    StringBuilder quoted = new StringBuilder();
    JsonText.quote(node, quoted);
    return new TraceFile(quoted.toString(), limitBytes - size, nanoClock, channel, trouble);
  }

  @Override
  public void note(String kind, long term, long index, Object... fields) {
    if (kind.equals("boot")) {
      begin(fields);
    }
    if (ended || !begun) {
      return;
    }
    int start = lines.length();
    write(kind, term, index, fields);
    // One char is at most three bytes in UTF-8, which keeps the bound without encoding twice.
    long most = 3L * (lines.length() - start);
    if (room - most < LINE_ROOM + node.length()) {
      lines.setLength(start);
      write("trace-full", term, index);
      flush();
      ended = true;
      trouble.accept("the trace reached its limit");
      return;
    }
    room -= most;
  }

  /** The boot's own line tells its number, which stands on every line; before it none is placed. */
  private void begin(Object... fields) {
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i].equals("boot") && fields[i + 1] instanceof Number number) {
        begun = true;
        boot = number.longValue();
        sequence = 0;
      }
    }
  }

  private void write(String kind, long term, long index, Object... fields) {
    lines.append("{\"node\":").append(node).append(",\"boot\":").append(boot);
    lines.append(",\"seq\":").append(sequence++);
    lines.append(",\"t\":").append(nanoClock.getAsLong());
    lines.append(",\"term\":").append(term).append(",\"index\":").append(index);
    lines.append(",\"kind\":");
    JsonText.quote(kind, lines);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i].equals("boot")) {
        continue;
      }
      lines.append(',');
      JsonText.quote((String) fields[i], lines);
      lines.append(':');
      JsonText.value(fields[i + 1], lines);
    }
    lines.append("}\n");
  }

  /** Hands the gathered lines to the system. */
  public void flush() {
    if (lines.isEmpty() || ended) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      ended = true;
      trouble.accept("the trace cannot be written: " + e);
    }
    lines.setLength(0);
  }

  @Override
  public void close() throws IOException {
    flush();
    channel.close();
  }
}
