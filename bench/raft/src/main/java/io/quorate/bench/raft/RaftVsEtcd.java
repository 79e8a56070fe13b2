package io.quorate.bench.raft;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The register server beside etcd and SOFAJRaft: the same load in turn, A B A B, and their ratios.
 *
 * <p>Arguments: the server's jar, a folder for data on the disk to measure, {@code full} or {@code
 * quick}, then who is beside it: {@code etcd}, {@code sofajraft}, both or none.
 */
public final class RaftVsEtcd {
  private static final int REGISTERS = 256;
  private static final String OURS = "quorate";
  private static final String ETCD = "etcd";
  private static final String SOFA = "sofajraft";

  /** How long and how often. */
  private record Extent(
      List<Integer> clients, int rounds, int pairs, double warmUp, double warm, double s) {
    static Extent of(String word) {
      return word.equals("full")
          ? new Extent(List.of(1, 16, 64, 256), 2, 5, 30, 2, 3)
          : new Extent(List.of(1, 64, 256), 1, 2, 8, 1, 2);
    }
  }

  private record Cell(Load.Operation operation, int clients) {}

  private final Path jar;
  private final Path data;
  private final Extent extent;
  private final List<String> others;
  private final Map<String, Map<Cell, List<Figures>>> results = new TreeMap<>();

  /** Ours, of neighbours in time: how many cas beside a put. */
  private final List<Double> casBesidePut = new ArrayList<>();

  private RaftVsEtcd(Path jar, Path data, Extent extent, List<String> others) {
    this.jar = jar;
    this.data = data;
    this.extent = extent;
    this.others = others;
  }

  /** Runs the comparison and prints its table. */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory(Path.of(args[1]), "raft-vs-etcd");
    try {
      List<String> others = List.of(args).subList(3, args.length);
      new RaftVsEtcd(Path.of(args[0]), data, Extent.of(args[2]), others).run();
    } finally {
      remove(data);
    }
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    long one = Physics.syncNanos(data, 1);
    long three = Physics.syncNanos(data, 3);
    long trip = Physics.roundTripNanos();
    System.out.printf(
        Locale.ROOT,
        "fdatasync of 256 B, preallocated: %.3f ms alone, %.3f ms by three; round trip %.3f ms%n",
        one / 1e6,
        three / 1e6,
        trip / 1e6);
    for (int round = 0; round < extent.rounds(); round++) {
      List<String> jvm = List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx512m");
      if (others.contains(ETCD)) {
        measure(new EtcdServers(data.resolve(ETCD + round), Place.LOOPBACK, List.of()));
      }
      if (others.contains(SOFA)) {
        measure(new SofaServers(data.resolve(SOFA + round), jvm));
      }
      measure(new QuorateServers(data.resolve(OURS + round), Place.LOOPBACK, jar, jvm));
    }
    print();
    targets(2 * (three + 2 * trip));
  }

  private void measure(Servers servers) throws IOException, InterruptedException {
    try (servers;
        RegisterClient client = servers.client()) {
      Load load = new Load(servers, client, REGISTERS);
      load.fill();
      load.run(Load.Operation.PUT, 64, extent.warmUp() / 2, 0.1);
      load.run(Load.Operation.GET, 64, extent.warmUp() / 4, 0.1);
      load.run(Load.Operation.CAS, 64, extent.warmUp() / 4, 0.1);
      for (int clients : extent.clients()) {
        for (Load.Operation operation : Load.Operation.values()) {
          Figures figures = load.run(operation, clients, extent.warm(), extent.s());
          results
              .computeIfAbsent(servers.name(), name -> new java.util.HashMap<>())
              .computeIfAbsent(new Cell(operation, clients), cell -> new ArrayList<>())
              .add(figures);
        }
      }
      if (servers.name().equals(OURS)) {
        pairs(load);
      }
    }
  }

  /** In turn, as a pause of the disk in either phase alone would look like a difference. */
  private void pairs(Load load) throws InterruptedException, IOException {
    for (int i = 0; i < extent.pairs(); i++) {
      Figures put = load.run(Load.Operation.PUT, 64, extent.warm() / 4, extent.s());
      Figures cas = load.run(Load.Operation.CAS, 64, extent.warm() / 4, extent.s());
      casBesidePut.add(cas.perSecond() / put.perSecond());
    }
  }

  private void print() {
    System.out.println(
        "system    op   clients      ops/s    p50 ms    p99 ms  cpu us/op  syncs/op  failed"
            + others.stream().map(other -> String.format("%12s", "x " + other)).collect(joining()));
    for (Load.Operation operation : Load.Operation.values()) {
      for (int clients : extent.clients()) {
        for (String system : results.keySet()) {
          Cell cell = new Cell(operation, clients);
          Figures f = median(system, cell);
          System.out.printf(
              Locale.ROOT,
              "%-9s %-4s %7d %10.0f %9.3f %9.3f %10.1f %9.4f %7d%s%n",
              system,
              operation.name().toLowerCase(Locale.ROOT),
              clients,
              f.perSecond(),
              f.p50Nanos() / 1e6,
              f.p99Nanos() / 1e6,
              f.cpuMicros(),
              f.syncsPerOperation(),
              f.failures(),
              ratios(system, cell));
        }
      }
    }
  }

  private void targets(long leastPutNanos) {
    Figures one = median(OURS, new Cell(Load.Operation.PUT, 1));
    say("put p50 at 1 client, ms", one.p50Nanos() / 1e6, leastPutNanos / 1e6, true);
    say("syncs per put at 1 client", one.syncsPerOperation(), 3.0, true);
    Figures many = median(OURS, new Cell(Load.Operation.PUT, 256));
    say("syncs per put at 256 clients", many.syncsPerOperation(), 0.015, true);
    Figures some = median(OURS, new Cell(Load.Operation.PUT, 64));
    say("server CPU per put at 64 clients, us", some.cpuMicros(), 60, true);
    casBesidePut.sort(Comparator.naturalOrder());
    System.out.println("cas beside put at 64 clients, pairs in turn: " + inWords(casBesidePut));
    double middle = casBesidePut.get((casBesidePut.size() - 1) / 2);
    say("cas beside put at 64 clients, median", middle, 0.9, false);
    if (others.contains(ETCD)) {
      beside(ETCD, 6, 5);
    }
    if (others.contains(SOFA)) {
      beside(SOFA, 1.5, 1.5);
    }
  }

  private void beside(String other, double writes, double reads) {
    for (Load.Operation write : List.of(Load.Operation.PUT, Load.Operation.CAS)) {
      for (int clients : List.of(64, 256)) {
        Cell cell = new Cell(write, clients);
        say(words(cell) + ", x " + other, ratio(OURS, other, cell), writes, false);
      }
    }
    Cell get = new Cell(Load.Operation.GET, 64);
    say(words(get) + ", x " + other, ratio(OURS, other, get), reads, false);
  }

  private String ratios(String system, Cell cell) {
    return others.stream()
        .map(other -> String.format(Locale.ROOT, "%12.2f", ratio(system, other, cell)))
        .collect(joining());
  }

  private double ratio(String system, String other, Cell cell) {
    return median(system, cell).perSecond() / median(other, cell).perSecond();
  }

  private static String inWords(List<Double> ratios) {
    return ratios.stream().map(r -> String.format(Locale.ROOT, "%.2f", r)).collect(joining(" "));
  }

  private static String words(Cell cell) {
    return cell.operation().name().toLowerCase(Locale.ROOT) + " at " + cell.clients() + " clients";
  }

  private static void say(String what, double is, double target, boolean most) {
    boolean met = most ? is <= target : is >= target;
    System.out.printf(
        Locale.ROOT,
        "%-40s %9.3f, wanted %s %.3f: %s%n",
        what,
        is,
        most ? "<=" : ">=",
        target,
        met ? "PASS" : "MISS");
  }

  /** Of the rounds the one in the middle by speed. */
  private Figures median(String system, Cell cell) {
    List<Figures> all = results.getOrDefault(system, Map.of()).getOrDefault(cell, List.of());
    Figures[] sorted = all.toArray(new Figures[0]);
    Arrays.sort(sorted, Comparator.comparingDouble(Figures::perSecond));
    return sorted[sorted.length / 2];
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
