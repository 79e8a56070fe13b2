package io.quorate.cluster.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the first bytes of an output stream and counts the rest, so that the thread that serves the
 * whole session is never held up by one command's output.
 */
final class Sink extends OutputStream {
  private final int limit;
  private final Runnable onClose;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long seen;

  Sink(int limit, Runnable onClose) {
    this.limit = limit;
    this.onClose = onClose;
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.min(length, limit - kept.size()));
    seen += length;
  }

  /** JSch closes the error stream of a channel once, when the channel itself is closed. */
  @Override
  public void close() {
    onClose.run();
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  synchronized boolean truncated() {
    return seen > kept.size();
  }
}
