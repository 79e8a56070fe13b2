package io.quorate.raft.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames waiting to be sent, bounded in number and bytes, drained in pieces of any size:
 *
 * <pre>{@code
 * writer.fill(buffer.clear());
 * writer.advance(channel.write(buffer.flip()));
 * }</pre>
 *
 * <p>Not safe for several threads.
 */
public final class FrameWriter {
  private final int frameLimit;
  private final long byteLimit;
  private final Deque<byte[]> frames = new ArrayDeque<>();
  private long bytes;
  private int sentOfFirst;

  /** Holds at most {@code frameLimit} frames of {@code byteLimit} bytes together. */
  public FrameWriter(int frameLimit, long byteLimit) {
    if (frameLimit < 1 || byteLimit < Wire.ENVELOPE) {
      throw new IllegalArgumentException("no frame fits: " + frameLimit + ", " + byteLimit);
    }
    this.frameLimit = frameLimit;
    this.byteLimit = byteLimit;
  }

  /** Queues {@code frame} and returns true, or returns false when a limit would be passed. */
  public boolean offer(byte[] frame) {
    if (frames.size() >= frameLimit || bytes + frame.length > byteLimit) {
      return false;
    }
    frames.addLast(frame);
    bytes += frame.length;
    return true;
  }

  /** Drops the oldest frame of which nothing was sent; false when there is none. */
  public boolean dropOldest() {
    byte[] begun = sentOfFirst > 0 ? frames.pollFirst() : null;
    byte[] dropped = frames.pollFirst();
    if (begun != null) {
      frames.addFirst(begun);
    }
    if (dropped != null) {
      bytes -= dropped.length;
    }
    return dropped != null;
  }

  /** Copies as much as fits into {@code target} without forgetting it; see {@link #advance}. */
  public void fill(ByteBuffer target) {
    int skip = sentOfFirst;
    for (byte[] frame : frames) {
      int piece = Math.min(target.remaining(), frame.length - skip);
      target.put(frame, skip, piece);
      if (!target.hasRemaining()) {
        return;
      }
      skip = 0;
    }
  }

  /** Forgets the first {@code sent} bytes: they have left. */
  public void advance(int sent) {
    int left = sent;
    while (left > 0) {
      byte[] first = frames.getFirst();
      int piece = Math.min(left, first.length - sentOfFirst);
      sentOfFirst += piece;
      left -= piece;
      if (sentOfFirst == first.length) {
        frames.removeFirst();
        bytes -= first.length;
        sentOfFirst = 0;
      }
    }
  }

  /** Begins the first frame anew: the connection that took a part of it is gone. */
  public void restart() {
    sentOfFirst = 0;
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Returns how many frames wait, one partly sent included. */
  public int size() {
    return frames.size();
  }
}
