package io.quorate.cluster.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The listener that one place dials to reach another. */
final class Entrance implements ProxyLoop.Ready {
  /** How many connections one entrance carries; more are closed at once. */
  static final int CONNECTION_LIMIT = 1024;

  private static final int BACKLOG = 256;

  private final ProxyLoop loop;
  private final LinkState forth;
  private final LinkState back;
  private final InetSocketAddress target;
  private final ServerSocketChannel channel;
  private int connections;

  Entrance(ProxyLoop loop, LinkState forth, LinkState back, InetSocketAddress target)
      throws IOException {
    this.loop = loop;
    this.forth = forth;
    this.back = back;
    this.target = target;
    channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    channel.configureBlocking(false);
  }

  /** Starts to accept; called on the loop's thread. */
  void open() throws IOException {
    channel.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
  }

  int port() {
    return channel.socket().getLocalPort();
  }

  void close() throws IOException {
    channel.close();
  }

  ProxyLoop loop() {
    return loop;
  }

  LinkState forth() {
    return forth;
  }

  LinkState back() {
    return back;
  }

  InetSocketAddress target() {
    return target;
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    SocketChannel accepted = channel.accept();
    if (accepted == null) {
      return;
    }
    if (connections >= CONNECTION_LIMIT) {
      accepted.close();
      return;
    }
    connections++;
    relay(accepted);
  }

  /** A dialler that is gone before it is served is no failure of ours. */
  private void relay(SocketChannel accepted) throws IOException {
    try {
      new Relay(this, accepted, () -> connections--);
    } catch (IOException e) {
      connections--;
      accepted.close();
    }
  }
}
