package io.quorate.bench.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three of etcd, as it comes. */
final class EtcdServers implements Servers {
  private final Processes processes = new Processes();
  private final List<Integer> ports;
  private final Path directory;
  private final Place place;
  private final List<List<String>> commands = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param more further flags
   */
  EtcdServers(Path directory, Place place, List<String> more) throws IOException {
    this.directory = directory;
    this.place = place;
    Files.createDirectories(directory);
    ports = Loopback.freePorts(NODES);
    List<Integer> peerPorts = Loopback.freePorts(NODES);
    List<String> cluster = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      cluster.add("n" + i + "=" + url(i, peerPorts.get(i)));
    }
    for (int i = 0; i < NODES; i++) {
      String peer = url(i, peerPorts.get(i));
      String client = url(i, ports.get(i));
      List<String> command = new ArrayList<>(List.of("etcd", "--name", "n" + i));
      command.addAll(List.of("--data-dir", directory.resolve("n" + i).toString()));
      command.addAll(List.of("--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer));
      command.addAll(List.of("--listen-client-urls", client, "--advertise-client-urls", client));
      command.addAll(List.of("--initial-cluster", String.join(",", cluster)));
      command.addAll(List.of("--log-level", "error"));
      command.addAll(more);
      commands.add(place.inside(i, command));
      start(i);
    }
  }

  @Override
  public String name() {
    return "etcd";
  }

  @Override
  public RegisterClient client(int node) {
    return new EtcdClient(url(node, ports.get(node)));
  }

  @Override
  public void kill(int node) {
    processes.kill(node);
  }

  @Override
  public void start(int node) throws IOException {
    processes.start(node, directory, commands.get(node));
  }

  @Override
  public boolean leads(int node) throws InterruptedException {
    try {
      String page = Loopback.page(url(node, ports.get(node)), "/metrics");
      return Loopback.metric(page, "etcd_server_is_leader") == 1;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public List<ProcessHandle> processes() {
    return processes.handles();
  }

  @Override
  public long syncs() throws IOException, InterruptedException {
    long all = 0;
    for (int node = 0; node < NODES; node++) {
      String page = Loopback.page(url(node, ports.get(node)), "/metrics");
      all += Loopback.metric(page, "etcd_disk_wal_fsync_duration_seconds_count");
    }
    return all;
  }

  @Override
  public void close() {
    processes.close();
  }

  private String url(int node, int port) {
    return "http://" + place.address(node) + ":" + port;
  }
}
