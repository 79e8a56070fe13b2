package io.quorate.cluster.local;

import io.quorate.cluster.ssh.ClientKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts SSH servers that share their threads and let one key in. */
final class Servers implements AutoCloseable {
  static final Logger LOG = LoggerFactory.getLogger(Servers.class);

  private final PublicKey admitted;
  private final CloseableExecutorService threads = ThreadUtils.newCachedThreadPool("quorate-sshd");
  private final ScheduledExecutorService timer =
      ThreadUtils.newSingleThreadScheduledExecutor("quorate-sshd-timer");

  Servers(ClientKey.InMemory key) {
    try {
      admitted =
          PublicKeyEntry.parsePublicKeyEntry(key.publicLine()).resolvePublicKey(null, null, null);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("not a public key: " + key.publicLine(), e);
    }
  }

  /** Starts the server of {@code node}, whose commands run in {@code home}. */
  HostServer start(String node, Path home, Map<String, String> environment) throws IOException {
    KeyPair hostKey = freshKey();
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    limitWhoMayDoWhat(server);
    shareThreads(server);
    server.setCommandFactory((channel, line) -> new ShellCommand(line, home, environment));
    server.start();
    return new HostServer(node, server, hostKey.getPublic());
  }

  private void limitWhoMayDoWhat(SshServer server) {
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator((user, key, session) ->
        user.equals(HostServer.USER) && KeyUtils.compareKeys(key, admitted));
    server.setForwardingFilter(new LoopbackOnly());
    server.setShellFactory(null);
  }

  /** A modern and cheap key exchange: both ends are ours and live in one process. */
  private void shareThreads(SshServer server) {
    server.setIoServiceFactoryFactory(
        new Nio2ServiceFactoryFactory(() -> ThreadUtils.noClose(threads)));
    server.setScheduledExecutorService(timer, false);
    server.setSubsystemFactories(
        List.of(
            new SftpSubsystemFactory.Builder()
                .withExecutorServiceProvider(() -> ThreadUtils.noClose(threads))
                .build()));
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            true, List.of(BuiltinDHFactories.ecdhp256), ServerBuilder.DH2KEX));
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    server.setSessionHeartbeat(HeartbeatType.NONE, Duration.ZERO);
  }

  private static KeyPair freshKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make an ECDSA key on P-256", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdownNow();
  }
}
