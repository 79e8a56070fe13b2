package io.quorate.cluster.ssh;

import com.jcraft.jsch.ConfigRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.quorate.cluster.RemoteException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One SSH session to one host, opened when first needed and again after it was lost.
 *
 * <p>Only connecting is tried more than once; what is sent over a session never is.
 */
final class Connection implements AutoCloseable {
  /** How often a connection is tried before the host counts as out of reach. */
  static final int CONNECT_ATTEMPTS = 3;

  /** How long one attempt may take, key exchange and login included. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  /** After this long without a word from the host it is asked whether it lives. */
  static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  /** After this many questions without an answer the session counts as lost. */
  static final int KEEP_ALIVE_LIMIT = 6;

  private final SshTarget target;
  private @Nullable Session session;
  private boolean closed;

  Connection(SshTarget target) {
    this.target = target;
  }

  /** Returns the live session, which several channels share. */
  synchronized Session session() {
    if (closed) {
      throw failure("the connection was closed by the toolkit", null);
    }
    Session current = session;
    if (current == null || !current.isConnected()) {
      current = connect();
      session = current;
    }
    return current;
  }

  private Session connect() {
    @Nullable JSchException last = null;
    for (int attempt = 0; attempt < CONNECT_ATTEMPTS; attempt++) {
      try {
        return attempt();
      } catch (JSchException e) {
        last = e;
        if (hopeless(e)) {
          break;
        }
      }
    }
    throw failure("no connection", last);
  }

  /** A wrong key does not get better by asking again. */
  private static boolean hopeless(JSchException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("HostKey") || said.contains("Auth") || said.contains("identity");
  }

  private Session attempt() throws JSchException {
    JSch jsch = new JSch();
    jsch.setConfigRepository(ConfigRepository.nullConfig);
    switch (target.clientKey()) {
      case ClientKey.File file -> jsch.addIdentity(file.path().toString());
      case ClientKey.InMemory key -> jsch.addIdentity("quorate", key.privateKey(), null, null);
    }
    switch (target.hostKey()) {
      case HostKey.KnownHosts known -> jsch.setKnownHosts(known.file().toString());
      case HostKey.Lines lines ->
          jsch.setKnownHosts(
              new ByteArrayInputStream(lines.text().getBytes(StandardCharsets.UTF_8)));
      case HostKey.Fingerprint pin -> jsch.setHostKeyRepository(new PinnedHostKey(pin.sha256()));
    }
    Session fresh =
        jsch.getSession(target.user(), target.address().host(), target.address().port());
    fresh.setConfig("StrictHostKeyChecking", "yes");
    fresh.setConfig("PreferredAuthentications", "publickey");
    fresh.setConfig("HashKnownHosts", "no");
    fresh.setServerAliveInterval((int) KEEP_ALIVE.toMillis());
    fresh.setServerAliveCountMax(KEEP_ALIVE_LIMIT);
    fresh.setDaemonThread(true);
    fresh.connect((int) CONNECT_TIMEOUT.toMillis());
    return fresh;
  }

  private RemoteException failure(String why, @Nullable Throwable cause) {
    String command = "ssh " + target.user() + "@" + target.address();
    return new RemoteException(target.node(), command, why, cause);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (session != null) {
      session.disconnect();
      session = null;
    }
  }
}
