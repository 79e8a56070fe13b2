package io.quorate.raft.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into whole frames, however the bytes are chopped. It looks at the length
 * and the version, so that a stranger's bytes are refused before they are gathered; all else is
 * judged by who decodes the frame. Not safe for several threads.
 */
public final class FrameReader {
  private static final int FIRST_CAPACITY = 4096;

  private final int limit;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int start;
  private int end;

  /** Reads frames of at most {@code limit} bytes. */
  public FrameReader(int limit) {
    if (limit < Wire.ENVELOPE) {
      throw new IllegalArgumentException("no frame fits into " + limit + " bytes");
    }
    this.limit = limit;
  }

  /** Takes all that remains in {@code chunk}. Call {@link #next} until null before the next one. */
  public void feed(ByteBuffer chunk) {
    int more = chunk.remaining();
    makeRoom(more);
    chunk.get(bytes, end, more);
    end += more;
  }

  /**
   * Returns the next whole frame, its length field included, or null when more bytes are needed.
   *
   * @throws MalformedFrameException when the stream holds no frame of this protocol; the reader is
   *     of no use afterwards
   */
  public byte @Nullable [] next() {
    int held = end - start;
    if (held < Integer.BYTES) {
      return null;
    }
    long size = (ByteBuffer.wrap(bytes, start, 4).getInt() & 0xFFFF_FFFFL) + Integer.BYTES;
    if (size < Wire.ENVELOPE || size > limit) {
      throw new MalformedFrameException(
          "a frame of " + size + " bytes, allowed are " + Wire.ENVELOPE + " to " + limit);
    }
    if (held > Integer.BYTES && bytes[start + Integer.BYTES] != Wire.VERSION) {
      throw new MalformedFrameException("version " + bytes[start + Integer.BYTES]);
    }
    if (held < size) {
      return null;
    }
    byte[] frame = Arrays.copyOfRange(bytes, start, start + (int) size);
    start += (int) size;
    if (start == end) {
      start = 0;
      end = 0;
    }
    return frame;
  }

  /** Returns how many bytes wait for the rest of their frame. */
  public int pending() {
    return end - start;
  }

  private void makeRoom(int more) {
    int held = end - start;
    if (bytes.length - end >= more) {
      return;
    }
    byte[] target = bytes;
    if (bytes.length - held < more) {
      target = new byte[Math.max(held + more, Math.min(2 * bytes.length, limit))];
    }
    System.arraycopy(bytes, start, target, 0, held);
    bytes = target;
    start = 0;
    end = held;
  }
}
