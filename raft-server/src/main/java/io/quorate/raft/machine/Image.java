package io.quorate.raft.machine;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;

/**
 * What a state machine held at one moment; it may be read on any thread while that goes on.
 *
 * <pre>
 * state = count:4, by key: length:4 key length:4 value
 *         count:4, by number: session as Sessions has it
 * </pre>
 */
public final class Image {
  private static final int LEAST_ROOM = 256;

  private final KeyBlocks.Image registers;
  private final Sessions sessions;

  Image(KeyBlocks.Image registers, Sessions sessions) {
    this.registers = registers;
    this.sessions = sessions;
  }

  /** As bytes: equal states, equal bytes. */
  public Chunk state() {
    return stateBehind(new byte[0]);
  }

  /** These bytes and the state in one piece. Room is made once. */
  public Chunk stateBehind(byte[] head) {
    Bytes tail = new Bytes(LEAST_ROOM);
    sessions.save(tail);
    Bytes out = new Bytes(Math.toIntExact(head.length + room() + tail.length()));
    out.putAll(head).putInt(registers.size());
    registers.forEach((key, value) -> out.putUtf8(key).putUtf8(value));
    return out.putAll(tail).toChunk();
  }

  private long room() {
    long[] room = {Integer.BYTES};
    registers.forEach((key, value) -> room[0] += 2L * Integer.BYTES + key.length + value.length);
    return room[0];
  }
}
