package io.quorate.raft.log;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;
import io.quorate.raft.CommandCodec;
import io.quorate.raft.Configuration;
import java.nio.ByteBuffer;

/**
 * What is in a snapshot: who took part at its last entry (thesis 5.1), and the state machine.
 *
 * <pre>
 * body = configuration state    (the configuration as in a command)
 * </pre>
 */
public record SnapshotBody(Configuration configuration, Chunk state) {
  /** What comes before the state. */
  public static byte[] head(Configuration configuration) {
    return CommandCodec.encode(configuration, new Bytes(64)).toArray();
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static SnapshotBody of(Chunk chunk) {
    ByteBuffer from = chunk.view();
    Configuration configuration = CommandCodec.configuration(from);
    return new SnapshotBody(configuration, chunk.part(from.position(), from.remaining()));
  }
}
