package io.quorate.cluster.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One connection through a listener: the dialler's socket, the one dialled on its behalf, and a
 * stream each way.
 *
 * <p>While the link forward is cut the connection is only held: nothing is dialled, and if the
 * dialler gives up before the heal, nothing of it ever arrives, as with a handshake that was never
 * completed.
 */
final class Relay {
  private final ProxyLoop loop;
  private final InetSocketAddress target;
  private final Pipe forth;
  private final Pipe back;
  private final Runnable onClose;
  private final Endpoint dialler;
  private @Nullable Endpoint dialled;
  private boolean closed;

  Relay(Entrance entrance, SocketChannel accepted, Runnable onClose) throws IOException {
    this.loop = entrance.loop();
    this.target = entrance.target();
    this.onClose = onClose;
    this.dialler = Endpoint.accepted(this, accepted);
    this.forth = new Pipe(this, entrance.forth());
    this.back = new Pipe(this, entrance.back());
    linkChanged();
    await();
  }

  ProxyLoop loop() {
    return loop;
  }

  Endpoint source(Pipe pipe) {
    Endpoint source = pipe == forth ? dialler : dialled;
    if (source == null) {
      throw new IllegalStateException("a stream was read before its sender was dialled");
    }
    return source;
  }

  @Nullable Endpoint sink(Pipe pipe) {
    return pipe == forth ? dialled : dialler;
  }

  Pipe from(Endpoint endpoint) {
    return endpoint == dialler ? forth : back;
  }

  Pipe to(Endpoint endpoint) {
    return endpoint == dialler ? back : forth;
  }

  /** Dials as soon as the link lets a connection attempt pass. */
  void linkChanged() {
    if (closed || dialled != null || forth.link().isCut()) {
      return;
    }
    try {
      Endpoint fresh = Endpoint.dialling(this, target);
      dialled = fresh;
      if (fresh.usable()) {
        connected();
      }
    } catch (IOException e) {
      back.breakOff();
    }
  }

  void connected() {
    forth.push();
    back.push();
  }

  /** A dialler that gives up while its connection is held leaves no trace. */
  void ended() {
    if (dialled == null && forth.ended()) {
      abort();
    }
  }

  /** A socket broke, or refused to be dialled: the other side learns it when the link lets it. */
  void failed(Endpoint endpoint) {
    endpoint.close(true);
    if (dialled == null) {
      abort();
    } else {
      from(endpoint).breakOff();
    }
  }

  void finished() {
    if (forth.finished() && back.finished()) {
      close(false);
    }
  }

  void abort() {
    close(true);
  }

  private void close(boolean abruptly) {
    if (closed) {
      return;
    }
    closed = true;
    forth.link().remove(forth);
    back.link().remove(back);
    dialler.close(abruptly);
    if (dialled != null) {
      dialled.close(abruptly);
    }
    onClose.run();
  }

  void await() {
    if (!closed) {
      dialler.await(forth.wantsToRead(), back.wantsToWrite());
      if (dialled != null) {
        dialled.await(back.wantsToRead(), forth.wantsToWrite());
      }
    }
  }
}
