package io.quorate.raft.machine;

import io.quorate.raft.Bytes;
import io.quorate.raft.Utf8;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads a state; IllegalArgumentException for anything else. */
final class StateReader {
  private final ByteBuffer in;

  StateReader(ByteBuffer state) {
    in = state;
  }

  int getByte() {
    need(1);
    return in.get();
  }

  int getInt() {
    need(Integer.BYTES);
    return in.getInt();
  }

  /** A number of things. */
  int getCount() {
    int count = getInt();
    if (count < 0) {
      throw new IllegalArgumentException("a state with " + count + " things");
    }
    return count;
  }

  long getLong() {
    need(Long.BYTES);
    return in.getLong();
  }

  @Nullable String getValue() {
    need(Integer.BYTES);
    return Bytes.value(in);
  }

  /** A text that must be there, as UTF-8. */
  byte[] getUtf8() {
    int length = getCount();
    need(length);
    byte[] text = new byte[length];
    in.get(text);
    Utf8.require(text);
    return text;
  }

  /** All of it must be read by now. */
  void end() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("a state with " + in.remaining() + " bytes too many");
    }
  }

  private void need(int bytes) {
    if (in.remaining() < bytes) {
      throw new IllegalArgumentException(
          "a state that ends too early", new BufferUnderflowException());
    }
  }
}
