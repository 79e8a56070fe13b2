package io.quorate.raft.machine;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * What a state machine held at one moment; it may be read on any thread while that goes on.
 *
 * <pre>
 * state = count:4, by key: length:4 key length:4 value
 *         count:4, by number: session as Sessions has it
 * </pre>
 */
public final class Image {
  private final KeyBlocks.Image registers;
  private final Sessions sessions;

  Image(KeyBlocks.Image registers, Sessions sessions) {
    this.registers = registers;
    this.sessions = sessions;
  }

  /** As bytes, piece by piece: equal states, equal bytes. */
  public void writeTo(Consumer<ByteBuffer> out) {
    Pieces pieces = new Pieces(out);
    pieces.next().putInt(registers.size());
    registers.forEach((key, value) -> pieces.next().putUtf8(key).putUtf8(value));
    sessions.save(pieces);
    pieces.end();
  }
}
