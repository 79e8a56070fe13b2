package io.quorate.bench.raft;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three of the register server. */
final class QuorateServers implements Servers {
  private final Processes processes = new Processes();
  private final List<Integer> ports;
  private final List<Integer> adminPorts;
  private final Path directory;
  private final Place place;
  private final List<List<String>> commands = new ArrayList<>();

  QuorateServers(Path directory, Place place, Path jar, List<String> jvm) throws IOException {
    this.directory = directory;
    this.place = place;
    Files.createDirectories(directory);
    ports = Loopback.freePorts(NODES);
    adminPorts = Loopback.freePorts(NODES);
    for (int i = 0; i < NODES; i++) {
      commands.add(place.inside(i, command(i, jar, jvm)));
      start(i);
    }
  }

  private List<String> command(int i, Path jar, List<String> jvm) {
    List<String> peers = new ArrayList<>();
    for (int p = 0; p < NODES; p++) {
      peers.add("n" + p + "=" + place.address(p) + ":" + ports.get(p));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar.toString(), "--id", "n" + i, "--cluster", "bench"));
    command.addAll(List.of("--listen", place.address(i) + ":" + ports.get(i)));
    command.addAll(List.of("--peers", String.join(",", peers), "--trace", "off"));
    command.addAll(List.of("--admin", place.address(i) + ":" + adminPorts.get(i)));
    command.addAll(List.of("--data", directory.resolve("n" + i).toString()));
    return command;
  }

  @Override
  public String name() {
    return "quorate";
  }

  @Override
  public QuorateClient client(int node) throws IOException {
    InetAddress address = InetAddress.getByName(place.address(node));
    return new QuorateClient(new InetSocketAddress(address, ports.get(node)), "bench");
  }

  @Override
  public void kill(int node) {
    processes.kill(node);
  }

  @Override
  public void start(int node) throws IOException {
    processes.start(node, directory, commands.get(node));
  }

  private String admin(int node) {
    return "http://" + place.address(node) + ":" + adminPorts.get(node);
  }

  /** The term a server is in. */
  long term(int node) throws IOException, InterruptedException {
    return Loopback.metric(Loopback.page(admin(node), "/metrics"), "quorate_raft_term");
  }

  @Override
  public boolean leads(int node) throws InterruptedException {
    try {
      return Loopback.page(admin(node), "/status").contains("\"role\":\"leader\"");
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
      String page = Loopback.page(admin(node), "/metrics");
      all += Loopback.metric(page, "quorate_raft_disk_sync_seconds_count");
    }
    return all;
  }

  @Override
  public void close() {
    processes.close();
  }
}
