package io.quorate.bench.raft;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network namespace for each server, all on one bridge, so that a server can be cut off silently:
 * no connection is closed, and what is sent to it or by it is lost. Linux, root, and {@code ip} of
 * iproute2.
 */
final class Namespaces implements Place {
  private static final int LAST_NET = 250;
  private static final int FIRST_NET = 200;

  private final String prefix = "qb" + ProcessHandle.current().pid();
  private final String bridge = prefix + "b";
  private final int net = freeNet();
  private final Deque<String> undo = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::takeAway, "namespaces");

  /** Makes them. */
  Namespaces() throws IOException {
    Runtime.getRuntime().addShutdownHook(atExit);
    made("link add " + bridge + " type bridge", "link del " + bridge);
    ip("addr add 10.77." + net + ".254/24 dev " + bridge);
    ip("link set " + bridge + " up");
    for (int node = 0; node < Servers.NODES; node++) {
      String name = name(node);
      made("netns add " + name, "netns del " + name);
      String link = link(node);
      made("link add " + link + " type veth peer name eth0 netns " + name, "link del " + link);
      ip("-n " + name + " addr add " + address(node) + "/24 dev eth0");
      ip("-n " + name + " link set lo up");
      ip("-n " + name + " link set eth0 up");
      ip("link set " + link + " up");
      join(node);
    }
  }

  /** Whether they can be had here. */
  static boolean possible() throws IOException {
    return Stream.of("/usr/sbin/ip", "/sbin/ip").anyMatch(ip -> Files.isExecutable(Path.of(ip)))
        && "root".equals(System.getProperty("user.name"))
        && new ProcessBuilder("unshare", "-n", "true").start().onExit().join().exitValue() == 0;
  }

  @Override
  public String address(int node) {
    return "10.77." + net + "." + (node + 1);
  }

  @Override
  public List<String> inside(int node, List<String> command) {
    List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", name(node)));
    inside.addAll(command);
    return inside;
  }

  /** Loses from now on what is sent to this server or by it. */
  void cut(int node) throws IOException {
    ip("link set " + link(node) + " nomaster");
  }

  /** Ends the cut. */
  void join(int node) throws IOException {
    ip("link set " + link(node) + " master " + bridge);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    takeAway();
  }

  private synchronized void takeAway() {
    while (!undo.isEmpty()) {
      try {
        ip(undo.pop());
      } catch (IOException left) {
        System.err.println("bench: " + left.getMessage());
      }
    }
  }

  private synchronized void made(String make, String remove) throws IOException {
    ip(make);
    undo.push(remove);
  }

  private String name(int node) {
    return prefix + "n" + node;
  }

  private String link(int node) {
    return prefix + "v" + node;
  }

  /** A 10.77.x that no interface of this machine has. */
  private static int freeNet() throws IOException {
    for (int net = FIRST_NET; net < LAST_NET; net++) {
      String mine = "10.77." + net + ".";
      boolean taken =
          NetworkInterface.networkInterfaces()
              .flatMap(each -> each.getInterfaceAddresses().stream())
              .map(InterfaceAddress::getAddress)
              .anyMatch(a -> a instanceof Inet4Address && a.getHostAddress().startsWith(mine));
      if (!taken) {
        return net;
      }
    }
    throw new IOException("no free net from 10.77." + FIRST_NET + " on: remove the bridges of it");
  }

  private static void ip(String arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }
}
