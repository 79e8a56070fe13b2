package io.quorate.raft.shell.disk;

import io.quorate.raft.port.Trace;
import io.quorate.raft.protocol.TraceLines;
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

  private final TraceLines form;
  private final LongSupplier nanoClock;
  private final FileChannel channel;
  private final Consumer<String> trouble;
  private final StringBuilder lines = new StringBuilder(8192);
  private long room;
  private boolean ended;

  private TraceFile(
      TraceLines form,
      long room,
      LongSupplier nanoClock,
      FileChannel channel,
      Consumer<String> trouble) {
    this.form = form;
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
    return new TraceFile(new TraceLines(node), limitBytes - size, nanoClock, channel, trouble);
  }

  @Override
  public void note(String kind, long term, long index, Object... fields) {
    int start = lines.length();
    if (ended || !form.add(lines, nanoClock.getAsLong(), kind, term, index, fields)) {
      return;
    }
    // One char is at most three bytes in UTF-8, which keeps the bound without encoding twice.
    long most = 3L * (lines.length() - start);
    if (room - most < LINE_ROOM + form.nodeLength()) {
      lines.setLength(start);
      form.add(lines, nanoClock.getAsLong(), "trace-full", term, index);
      flush();
      ended = true;
      trouble.accept("the trace reached its limit");
      return;
    }
    room -= most;
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
