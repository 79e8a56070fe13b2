package io.quorate.cluster.ssh;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.quorate.cluster.Tunnel;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listening socket of JSch, each connection to it a channel of the session. */
final class Forwarding implements Tunnel {
  private final Session session;
  private final InetSocketAddress entrance;
  private final AtomicBoolean open = new AtomicBoolean(true);

  Forwarding(Session session, InetSocketAddress entrance) {
    this.session = session;
    this.entrance = entrance;
  }

  @Override
  public InetSocketAddress entrance() {
    return entrance;
  }

  /** A lost session has closed its entrances already. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false) && session.isConnected()) {
      try {
        session.delPortForwardingL(entrance.getAddress().getHostAddress(), entrance.getPort());
      } catch (JSchException e) {
        throw new IllegalStateException("the tunnel's entrance was not ours: " + entrance, e);
      }
    }
  }
}
