package io.quorate.cluster.ssh;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Tunnel;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A host over SSH: one session, reopened when it was lost, and a channel for each command or file.
 *
 * <p>Host keys are always checked and only public keys are offered.
 */
public final class SshRemote implements Remote {
  /** How many commands and transfers run at once; OpenSSH's own limit, MaxSessions, is 10. */
  public static final int CHANNEL_LIMIT = 8;

  private final SshTarget target;
  private final Connection connection;
  private final Semaphore channels = new Semaphore(CHANNEL_LIMIT);
  private final AtomicLong parts = new AtomicLong();

  private SshRemote(SshTarget target) {
    this.target = target;
    this.connection = new Connection(target);
  }

  /**
   * Connects and logs in.
   *
   * @throws RemoteException if the host cannot be reached, is not the one meant, or refuses the key
   */
  public static SshRemote connect(SshTarget target) {
    SshRemote remote = new SshRemote(target);
    remote.connection.session();
    return remote;
  }

  @Override
  public String node() {
    return target.node();
  }

  @Override
  public CommandResult run(Command command) {
    return limited(
        command.shellLine(), () -> new Execution(target.node(), command).run(connection.session()));
  }

  @Override
  public boolean upload(Path local, String path) {
    return new Upload(this, () -> Files.newInputStream(local), Files.isExecutable(local))
        .to(path, part(path));
  }

  @Override
  public boolean uploadText(String text, String path) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Upload(this, () -> new ByteArrayInputStream(bytes), false).to(path, part(path));
  }

  /** Two uploads at once, of two toolkits even, never write to the same part. */
  private String part(String path) {
    return path + ".part-" + ProcessHandle.current().pid() + "-" + parts.incrementAndGet();
  }

  @Override
  public boolean download(String path, Path local, long limitBytes) {
    return limited("download " + path, () -> transfers().get(path, local, limitBytes));
  }

  Transfers transfers() {
    return new Transfers(target.node(), connection.session());
  }

  @Override
  public Tunnel openTunnel(int port) {
    Session session = connection.session();
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      int entrance = session.setPortForwardingL(here.getHostAddress(), 0, "127.0.0.1", port);
      return new Forwarding(session, new InetSocketAddress(here, entrance));
    } catch (JSchException e) {
      throw new RemoteException(target.node(), "tunnel to port " + port, "no tunnel", e);
    }
  }

  private <T> T limited(String what, Supplier<T> work) {
    try {
      channels.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException(target.node(), what, "interrupted before it ran", e);
    }
    try {
      return work.get();
    } finally {
      channels.release();
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
