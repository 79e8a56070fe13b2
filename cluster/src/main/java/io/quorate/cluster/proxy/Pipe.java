package io.quorate.cluster.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one connection: bytes from one socket to the other, along one directed link.
 *
 * <p>While the link is cut or the bytes are not due, they wait here, at most {@link #BUFFER_LIMIT}
 * of them; then the sender's socket is read no more, its window closes, and it feels the stall. The
 * end of the stream waits its turn like any byte: neither a close nor a reset crosses a cut.
 */
final class Pipe {
  /** How much of a stream is held before its sender is no longer read. */
  static final int BUFFER_LIMIT = 256 * 1024;

  /** How the sender ended its stream. */
  private enum End {
    NOT_YET,
    CLOSED,
    RESET
  }

  private record Chunk(ByteBuffer bytes, long dueNanos) {}

  private final Relay relay;
  private final LinkState link;
  private final Deque<Chunk> queue = new ArrayDeque<>();
  private int held;
  private long lastDueNanos = System.nanoTime();
  private boolean blocked;
  private boolean alarmed;
  private boolean finished;
  private End end = End.NOT_YET;

  Pipe(Relay relay, LinkState link) {
    this.relay = relay;
    this.link = link;
    link.add(this);
  }

  LinkState link() {
    return link;
  }

  boolean finished() {
    return finished;
  }

  boolean ended() {
    return end != End.NOT_YET;
  }

  boolean wantsToRead() {
    return end == End.NOT_YET && held < BUFFER_LIMIT;
  }

  boolean wantsToWrite() {
    return blocked;
  }

  int heldBytes() {
    return held;
  }

  /** Takes what the sender's socket has. */
  void pull() {
    ByteBuffer bytes = relay.loop().scratch();
    bytes.limit(Math.min(bytes.capacity(), BUFFER_LIMIT - held));
    int count;
    try {
      count = relay.source(this).read(bytes);
    } catch (IOException e) {
      relay.failed(relay.source(this));
      return;
    }
    if (count < 0) {
      end = End.CLOSED;
      relay.ended();
    } else {
      hold(bytes.flip());
    }
    push();
  }

  /** What can go on at once is not copied. */
  private void hold(ByteBuffer bytes) {
    if (queue.isEmpty() && !link.isCut() && !link.isDelayed() && !blocked) {
      write(bytes);
    }
    if (bytes.hasRemaining()) {
      lastDueNanos = Math.max(lastDueNanos, link.dueNanos());
      ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
      queue.add(new Chunk(copy, lastDueNanos));
      held += copy.remaining();
    }
  }

  /** The sender's socket broke: what it sent before still arrives, then its receiver is reset. */
  void breakOff() {
    end = End.RESET;
    push();
  }

  void tearDown() {
    relay.abort();
  }

  void linkChanged() {
    relay.linkChanged();
    push();
  }

  /** Hands on all that is due, as far as the link and the receiver let it. */
  void push() {
    blocked = false;
    while (!queue.isEmpty() && !blocked && passable() && due(queue.element())) {
      ByteBuffer bytes = queue.element().bytes();
      held -= write(bytes);
      if (!bytes.hasRemaining()) {
        queue.remove();
      }
    }
    if (queue.isEmpty() && ended() && !finished && !link.isCut()) {
      finish();
    }
    relay.await();
  }

  private boolean passable() {
    @Nullable Endpoint sink = relay.sink(this);
    return !link.isCut() && sink != null && sink.usable();
  }

  private boolean due(Chunk chunk) {
    if (chunk.dueNanos() - System.nanoTime() <= 0) {
      return true;
    }
    if (!alarmed) {
      alarmed = true;
      relay.loop().at(chunk.dueNanos(), this::alarm);
    }
    return false;
  }

  private void alarm() {
    alarmed = false;
    push();
  }

  private int write(ByteBuffer bytes) {
    Endpoint sink = relay.sink(this);
    if (sink == null || !sink.usable()) {
      return 0;
    }
    try {
      int count = sink.write(bytes);
      link.count(count);
      blocked = bytes.hasRemaining();
      return count;
    } catch (IOException e) {
      blocked = true;
      relay.failed(sink);
      return 0;
    }
  }

  private void finish() {
    Endpoint sink = relay.sink(this);
    switch (end) {
      case RESET -> relay.abort();
      case CLOSED -> {
        if (sink != null && sink.usable()) {
          close(sink);
        }
      }
      case NOT_YET -> throw new IllegalStateException("a stream that goes on was finished");
    }
  }

  private void close(Endpoint sink) {
    try {
      finished = true;
      sink.finish();
      relay.finished();
    } catch (IOException e) {
      relay.failed(sink);
    }
  }
}
