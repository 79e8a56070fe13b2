package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import io.quorate.raft.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A state as bytes: big-endian numbers, texts as length and UTF-8, null as length -1. */
final class StateWriter {
  private ByteBuffer out;

  /** One with room for so many bytes at first. */
  StateWriter(int capacity) {
    out = ByteBuffer.allocate(capacity);
  }

  StateWriter putByte(int value) {
    room(1).put((byte) value);
    return this;
  }

  StateWriter putInt(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  StateWriter putLong(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  StateWriter putText(@Nullable String text) {
    if (text == null) {
      return putInt(-1);
    }
    return putUtf8(Utf8.encode(text));
  }

  /** A text that is UTF-8 already. */
  StateWriter putUtf8(byte[] text) {
    return putInt(text.length).putBytes(text);
  }

  /** These, and nothing that tells how many. */
  StateWriter putBytes(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  StateWriter putAll(StateWriter other) {
    room(other.size()).put(other.out.duplicate().flip());
    return this;
  }

  int size() {
    return out.position();
  }

  /** What was written; nothing more may be. */
  Chunk toChunk() {
    byte[] written = out.array();
    return Chunk.handedOver(size() == written.length ? written : Arrays.copyOf(written, size()));
  }

  private ByteBuffer room(int more) {
    if (out.remaining() < more) {
      int capacity = Math.max(Math.multiplyExact(2, out.capacity()), out.position() + more);
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
    return out;
  }
}
