package io.quorate.raft.shell.net;

import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** What lies between the frames of one connection and its channel: nothing, or TLS. Never waits. */
interface Layer {
  /** Over a connection that another one dialled. */
  static Layer answering(SocketChannel channel, @Nullable Tls tls, Computing computing)
      throws IOException {
    return tls == null
        ? new PlainLayer(channel)
        : new TlsLayer(channel, tls.answering(), computing);
  }

  /** Over a connection that was dialled at {@code at}. */
  static Layer dialling(SocketChannel channel, @Nullable Tls tls, Endpoint at, Computing computing)
      throws IOException {
    return tls == null
        ? new PlainLayer(channel)
        : new TlsLayer(channel, tls.dialling(at), computing);
  }

  /** Puts what has come into {@code target}; 0 when nothing has, -1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Takes from {@code source} as much as can be sent now and returns how much. */
  int write(ByteBuffer source) throws IOException;

  /** Sends what it has to say of itself; false while the system does not take it. */
  boolean flush() throws IOException;

  /**
   * What it waits for, as operations of a selection key.
   *
   * @param frames whether frames wait to be written
   */
  int interest(boolean frames);

  /** Has {@code again} called when it waits no longer for what no key tells. */
  void onAwake(Runnable again);

  /** Whether the other side is known, so that frames may go; once true it stays so. */
  boolean isReady();

  /** Tells the other side, as far as the system takes it, that nothing more comes. */
  void end() throws IOException;
}
