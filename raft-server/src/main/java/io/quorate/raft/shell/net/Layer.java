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
  static Layer answering(SocketChannel channel, @Nullable Tls tls) throws IOException {
    return tls == null ? new PlainLayer(channel) : new TlsLayer(channel, tls.answering());
  }

  /** Over a connection that was dialled at {@code at}. */
  static Layer dialling(SocketChannel channel, @Nullable Tls tls, Endpoint at) throws IOException {
    return tls == null ? new PlainLayer(channel) : new TlsLayer(channel, tls.dialling(at));
  }

  /** Puts what has come into {@code target}; 0 when nothing has, -1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Takes from {@code source} as much as can be sent now and returns how much. */
  int write(ByteBuffer source) throws IOException;

  /** Sends what it has to say of itself; false while the system does not take it. */
  boolean flush() throws IOException;

  /** Whether bytes of its own wait until the system takes them. */
  boolean isHolding();

  /** Whether the other side is known, so that frames may go; once true it stays so. */
  boolean isReady();

  /** Tells the other side, as far as the system takes it, that nothing more comes. */
  void end() throws IOException;
}
