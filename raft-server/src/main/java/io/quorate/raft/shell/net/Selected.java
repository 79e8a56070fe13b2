package io.quorate.raft.shell.net;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** What is attached to a selection key: takes its turn when its channel is ready. */
interface Selected {
  /**
   * Does what the channel is ready for, without waiting and without throwing for a bad connection.
   *
   * @param scratch free for use during the call
   */
  void ready(SelectionKey key, ByteBuffer scratch, long nowNanos);
}
