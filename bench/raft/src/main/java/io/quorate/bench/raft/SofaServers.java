package io.quorate.bench.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Three of SOFAJRaft with registers on top. */
final class SofaServers implements Servers {
  private final Processes processes = new Processes();
  private final List<Integer> ports;
  private final List<Integer> adminPorts;
  private final Path directory;
  private final List<List<String>> commands = new ArrayList<>();

  SofaServers(Path directory, List<String> jvm) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
    ports = Loopback.freePorts(NODES);
    adminPorts = Loopback.freePorts(NODES);
    String all = ports.stream().map(SofaServers::address).collect(Collectors.joining(","));
    for (int i = 0; i < NODES; i++) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(jvm);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(SofaServer.class.getName(), address(ports.get(i)), all));
      command.addAll(List.of("" + adminPorts.get(i), directory.resolve("n" + i).toString()));
      commands.add(command);
      start(i);
    }
  }

  private static String admin(int port) {
    return "http://" + address(port);
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  @Override
  public String name() {
    return "sofajraft";
  }

  @Override
  public boolean leads(int node) throws InterruptedException {
    try {
      return Loopback.metric(Loopback.page(admin(adminPorts.get(node)), "/metrics"), "leader") == 1;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public RegisterClient client(int node) {
    return new SofaClient(ports.get(node));
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
  public List<ProcessHandle> processes() {
    return processes.handles();
  }

  @Override
  public long syncs() throws IOException, InterruptedException {
    long all = 0;
    for (int port : adminPorts) {
      all += Loopback.metric(Loopback.page(admin(port), "/metrics"), "syncs");
    }
    return all;
  }

  @Override
  public void close() {
    processes.close();
  }
}
