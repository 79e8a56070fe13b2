package io.quorate.systems.raft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Ends connections. */
final class Sockets {
  private Sockets() {}

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket cannot be closed", e);
    }
  }
}
