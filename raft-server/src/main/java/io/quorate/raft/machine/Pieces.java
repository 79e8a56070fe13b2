package io.quorate.raft.machine;

import io.quorate.raft.Bytes;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Bytes that leave piece by piece: a large state is never in memory a second time. */
final class Pieces {
  private static final int LEAST_BYTES = 64 << 10;

  private final Bytes open = new Bytes(2 * LEAST_BYTES);
  private final Consumer<ByteBuffer> out;

  Pieces(Consumer<ByteBuffer> out) {
    this.out = out;
  }

  /** Where what comes next is put. */
  Bytes next() {
    if (open.length() >= LEAST_BYTES) {
      open.drainTo(out);
    }
    return open;
  }

  /** Nothing comes any more. */
  void end() {
    open.drainTo(out);
  }
}
