package io.quorate.raft.shell.net;

import io.quorate.raft.protocol.FrameReader;
import io.quorate.raft.protocol.FrameWriter;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One connection: frames in, frames out, never waiting. Closing twice does no harm. */
final class FrameStream {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final FrameReader reader;
  private final FrameWriter writer;

  FrameStream(SocketChannel channel, SelectionKey key, int frameLimit, FrameWriter writer) {
    this.channel = channel;
    this.key = key;
    this.reader = new FrameReader(frameLimit);
    this.writer = writer;
  }

  /**
   * Takes what has come, at most one scratch full, and hands on its whole frames. Stops early when
   * {@code sink} closes the stream. Returns false at the end of the stream.
   */
  boolean read(ByteBuffer scratch, Consumer<byte[]> sink) throws IOException {
    int got = channel.read(scratch.clear());
    if (got < 0) {
      return false;
    }
    reader.feed(scratch.flip());
    while (isOpen()) {
      byte[] frame = reader.next();
      if (frame == null) {
        break;
      }
      sink.accept(frame);
    }
    return true;
  }

  /** Sends as much of what waits as the system takes, and asks to be told when it takes more. */
  void write(ByteBuffer scratch) throws IOException {
    boolean taken = true;
    while (taken && !writer.isEmpty()) {
      writer.fill(scratch.clear());
      scratch.flip();
      writer.advance(channel.write(scratch));
      taken = !scratch.hasRemaining();
    }
    if (key.isValid()) {
      key.interestOps(
          writer.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Closes in order: what was written still arrives. */
  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a socket cannot be closed", e);
    }
  }

  /** Closes at once: what the system still holds is stale and is thrown away with a reset. */
  void reset() {
    try {
      if (channel.isOpen()) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      // Already reset by the other side, which throws away what was held as well.
      key.cancel();
    }
    close();
  }
}
