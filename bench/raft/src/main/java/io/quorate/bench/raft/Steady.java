package io.quorate.bench.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the leader stay? So many idle minutes, then as many under the load of 64 clients: the term
 * must not move.
 *
 * <p>Arguments: the server's jar, a folder for data, how many minutes.
 */
public final class Steady {
  private static final int CLIENTS = 64;

  private Steady() {}

  /** Prints the terms before and after; ends with 1 when there was an election. */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory(Path.of(args[1]), "raft-steady");
    double minutes = Double.parseDouble(args[2]);
    boolean stayed;
    List<String> jvm = List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx512m");
    try (QuorateServers servers =
        new QuorateServers(data.resolve("quorate"), Place.LOOPBACK, Path.of(args[0]), jvm)) {
      stayed = run(servers, minutes);
    } finally {
      RaftVsEtcd.remove(data);
    }
    System.exit(stayed ? 0 : 1);
  }

  private static boolean run(QuorateServers servers, double minutes)
      throws IOException, InterruptedException {
    int leader = servers.leader();
    Thread.sleep(1000);
    List<Long> before = terms(servers);
    Thread.sleep((long) (minutes * 60_000));
    List<Long> idle = terms(servers);
    System.out.println("terms before " + before + ", after " + minutes + " idle minutes " + idle);
    List<Long> loaded;
    try (RegisterClient client = servers.client(leader)) {
      Load load = new Load(servers, client, CLIENTS);
      load.fill();
      Figures figures = load.run(Load.Operation.PUT, CLIENTS, 0.1, minutes * 60);
      loaded = terms(servers);
      System.out.printf(
          "after as many at %d clients %s: %d writes, %d failed, p50 %.2f ms, p99 %.2f ms%n",
          CLIENTS,
          loaded,
          figures.operations(),
          figures.failures(),
          figures.p50Nanos() / 1e6,
          figures.p99Nanos() / 1e6);
    }
    boolean stayed = before.equals(idle) && idle.equals(loaded);
    System.out.println(stayed ? "no election: PASS" : "an election: MISS");
    return stayed;
  }

  private static List<Long> terms(QuorateServers servers) throws IOException, InterruptedException {
    List<Long> terms = new ArrayList<>();
    for (int node = 0; node < Servers.NODES; node++) {
      terms.add(servers.term(node));
    }
    return terms;
  }
}
