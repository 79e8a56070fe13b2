package io.quorate.cluster.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the two sockets of a relayed connection. */
final class Endpoint implements ProxyLoop.Ready {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final Relay relay;
  private final SocketChannel channel;
  private final SelectionKey key;
  private boolean connected;
  private boolean gone;

  private Endpoint(Relay relay, SocketChannel channel, boolean connected) throws IOException {
    this.relay = relay;
    this.channel = channel;
    this.connected = connected;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(relay.loop().selector(), 0, this);
  }

  static Endpoint accepted(Relay relay, SocketChannel channel) throws IOException {
    return new Endpoint(relay, channel, true);
  }

  /** Starts to dial; {@link Relay#connected} or {@link Relay#failed} follows. */
  static Endpoint dialling(Relay relay, InetSocketAddress target) throws IOException {
    SocketChannel channel = SocketChannel.open();
    Endpoint endpoint = new Endpoint(relay, channel, false);
    endpoint.key.interestOps(SelectionKey.OP_CONNECT);
    endpoint.connected = channel.connect(target);
    return endpoint;
  }

  @Override
  public void ready(SelectionKey ready) {
    if (ready.isConnectable()) {
      finishConnect();
    }
    if (ready.isValid() && ready.isWritable()) {
      relay.to(this).push();
    }
    if (ready.isValid() && ready.isReadable()) {
      relay.from(this).pull();
    }
  }

  private void finishConnect() {
    try {
      connected = channel.finishConnect();
      relay.connected();
    } catch (IOException e) {
      relay.failed(this);
    }
  }

  /** Asks the selector for exactly what the two streams of this socket wait for. */
  void await(boolean reading, boolean writing) {
    if (connected && !gone) {
      int ops = (reading ? SelectionKey.OP_READ : 0) | (writing ? SelectionKey.OP_WRITE : 0);
      if (key.interestOps() != ops) {
        key.interestOps(ops);
      }
    }
  }

  boolean usable() {
    return connected && !gone;
  }

  int read(ByteBuffer into) throws IOException {
    return channel.read(into);
  }

  int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  void finish() throws IOException {
    channel.shutdownOutput();
  }

  /** Closes the socket, with a reset for the other side if {@code abruptly}. */
  void close(boolean abruptly) {
    if (gone) {
      return;
    }
    gone = true;
    try (channel) {
      if (abruptly && connected) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      LOG.debug("the other side of {} was gone already", channel, e);
    }
  }
}
