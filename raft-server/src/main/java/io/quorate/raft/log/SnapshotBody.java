package io.quorate.raft.log;

import io.quorate.raft.Chunk;
import io.quorate.raft.Configuration;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What is in a snapshot: who took part at its last entry (thesis 5.1), and the state machine.
 *
 * <pre>
 * body = configuration state    (the configuration as in a record of the log)
 * </pre>
 */
public record SnapshotBody(Configuration configuration, Chunk state) {
  /** What comes before the state. */
  public static byte[] head(Configuration configuration) {
    Bytes head = new Bytes();
    RecordCodec.encode(configuration, head);
    return head.toArray();
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static SnapshotBody of(Chunk chunk) {
    ByteBuffer from = chunk.view();
    try {
      Configuration configuration = RecordCodec.configuration(from);
      return new SnapshotBody(configuration, chunk.part(from.position(), from.remaining()));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a snapshot that ends too early", e);
    }
  }
}
