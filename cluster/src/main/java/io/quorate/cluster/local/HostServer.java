package io.quorate.cluster.local;

import io.quorate.cluster.Address;
import io.quorate.cluster.ssh.ClientKey;
import io.quorate.cluster.ssh.HostKey;
import io.quorate.cluster.ssh.SshTarget;
import java.io.IOException;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;

/** One node's SSH server, listening on the loopback. */
final class HostServer implements AutoCloseable {
  /** The name under which the toolkit logs in; local hosts have no users. */
  static final String USER = "quorate";

  private final String node;
  private final SshServer server;
  private final String publicKey;

  HostServer(String node, SshServer server, java.security.PublicKey hostKey) {
    this.node = node;
    this.server = server;
    this.publicKey = PublicKeyEntry.toString(hostKey);
  }

  /** How to reach it, its key pinned. */
  SshTarget target(ClientKey key) {
    Address address = new Address("127.0.0.1", server.getPort());
    String line = "[127.0.0.1]:" + server.getPort() + " " + publicKey;
    return new SshTarget(node, address, USER, key, new HostKey.Lines(line));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
