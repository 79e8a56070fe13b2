package io.quorate.cluster.local;

import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.ssh.ClientKey;
import io.quorate.cluster.ssh.SshRemote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Directories that answer like hosts: each with its own embedded SSH server on the loopback, its
 * own host key, and one login key, made for the run and kept in memory.
 */
final class LocalHosts implements AutoCloseable {
  private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

  private final ClientKey.InMemory key = ClientKey.fresh();
  private final Servers servers = new Servers(key);
  private final List<HostServer> running = new ArrayList<>();
  private final List<Remote> remotes = new ArrayList<>();

  private LocalHosts() {}

  /**
   * Brings up a host for each node and logs in to all of them at once.
   *
   * @param homes the directory of each node, made if it is missing
   */
  static LocalHosts open(Map<String, Path> homes) {
    LocalHosts hosts = new LocalHosts();
    try {
      hosts.start(new TreeMap<>(homes));
      return hosts;
    } catch (RuntimeException e) {
      hosts.close();
      throw e;
    }
  }

  private void start(Map<String, Path> homes) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Remote>> logins = new ArrayList<>();
      for (Map.Entry<String, Path> home : homes.entrySet()) {
        HostServer server = serve(home.getKey(), home.getValue());
        running.add(server);
        logins.add(
            CompletableFuture.supplyAsync(() -> SshRemote.connect(server.target(key)), threads));
      }
      for (CompletableFuture<Remote> login : logins) {
        remotes.add(login.join());
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RemoteException failed ? failed : e;
    }
  }

  private HostServer serve(String node, Path home) {
    try {
      Files.createDirectories(home);
      return servers.start(node, home, environment(home));
    } catch (IOException e) {
      throw new RemoteException(node, "sshd in " + home, "the embedded server did not start", e);
    }
  }

  private static Map<String, String> environment(Path home) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C");
    environment.put("PATH", System.getenv().getOrDefault("PATH", DEFAULT_PATH));
    return environment;
  }

  /** The ways to the hosts, in the order of the nodes' names. */
  List<Remote> remotes() {
    return List.copyOf(remotes);
  }

  /** Ends every session and server, even where one of them fails to. Idempotent. */
  @Override
  public void close() {
    remotes.forEach(Remote::close);
    for (HostServer server : running) {
      try {
        server.close();
      } catch (IOException e) {
        Servers.LOG.warn("an embedded SSH server did not close", e);
      }
    }
    running.clear();
    servers.close();
  }
}
