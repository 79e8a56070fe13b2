package io.quorate.raft.shell.net;

import io.quorate.raft.protocol.FrameReader;
import io.quorate.raft.protocol.FrameWriter;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection: frames in, frames out, never waiting. Nothing is sent before {@link #begin}.
 * Closing twice does no harm.
 */
final class FrameStream {
  private final SocketChannel channel;
  private final Layer layer;
  private final SelectionKey key;
  private final FrameReader reader;
  private final FrameWriter writer;

  /** What goes before all that the writer holds. */
  private @Nullable ByteBuffer first;

  private int asked = SelectionKey.OP_READ;

  /** Frames of the channel of {@code key} over {@code layer}; asks to be told what comes. */
  FrameStream(SelectionKey key, Layer layer, int frameLimit, FrameWriter writer) {
    this.channel = (SocketChannel) key.channel();
    this.layer = layer;
    this.key = key;
    this.reader = new FrameReader(frameLimit);
    this.writer = writer;
    key.interestOps(asked);
    layer.onAwake(() -> ask(SelectionKey.OP_READ | SelectionKey.OP_WRITE));
  }

  /** From now on the writer's frames may go, behind these bytes. */
  void begin(byte[] bytes) {
    first = ByteBuffer.wrap(bytes);
    ask();
  }

  /**
   * Takes what has come, at most one scratch full, and hands on its whole frames. Stops early when
   * {@code sink} closes the stream. Returns false at the end of the stream.
   */
  boolean read(ByteBuffer scratch, Consumer<byte[]> sink) throws IOException {
    int got = layer.read(scratch.clear());
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
    ask();
    return true;
  }

  /** Sends as much of what waits as the system takes, and asks to be told when it takes more. */
  void write(ByteBuffer scratch) throws IOException {
    ByteBuffer begun = first;
    if (layer.flush() && begun != null && sent(begun)) {
      boolean taken = true;
      while (taken && !writer.isEmpty()) {
        writer.fill(scratch.clear());
        scratch.flip();
        writer.advance(layer.write(scratch));
        taken = !scratch.hasRemaining();
      }
    }
    ask();
  }

  /** Whether the layer below knows the other side. */
  boolean isReady() {
    return layer.isReady();
  }

  /** Whether {@link #read} may find something: a handshake holds bytes that no key tells of. */
  boolean mayRead() {
    return key.isValid() && (key.isReadable() || !layer.isReady());
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Closes in order: what was written still arrives. */
  void close() {
    try {
      layer.end();
    } catch (IOException e) {
      // The other side is gone already: there is nobody left to tell.
      key.cancel();
    }
    closeChannel();
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
    closeChannel();
  }

  private boolean sent(ByteBuffer bytes) throws IOException {
    if (bytes.hasRemaining()) {
      layer.write(bytes);
    }
    return !bytes.hasRemaining();
  }

  /** Asks to be told when there is something to do for what waits now. */
  private void ask() {
    boolean frames = first != null && (first.hasRemaining() || !writer.isEmpty());
    ask(layer.interest(frames));
  }

  private void ask(int operations) {
    if (operations != asked && key.isValid()) {
      key.interestOps(operations);
      asked = operations;
    }
  }

  private void closeChannel() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a socket cannot be closed", e);
    }
  }
}
