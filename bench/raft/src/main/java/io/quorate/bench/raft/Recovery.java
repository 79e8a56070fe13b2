package io.quorate.bench.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From the leader's end to the first acknowledged write: it is killed, stopped (SIGSTOP) or, where
 * there are network namespaces, cut off silently, and both other servers are asked for a write every
 * few milliseconds until one of these is acknowledged.
 *
 * <p>Arguments: the server's jar, a folder for data, how often, and {@code etcd} or {@code alone}.
 */
public final class Recovery {
  private static final int BETWEEN_WRITES_MILLIS = 5;
  private static final int PATIENCE_SECONDS = 20;
  private static final int WARM_WRITES = 2000;
  private static final long SETTLE_MILLIS = 1500;

  private final int times;
  private long values;

  private Recovery(int times) {
    this.times = times;
  }

  /** Runs the comparison and prints its table. */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory(Path.of(args[1]), "raft-recovery");
    Recovery recovery = new Recovery(Integer.parseInt(args[2]));
    boolean namespaces = Namespaces.possible();
    if (!namespaces) {
      System.out.println("no silent cut: it needs Linux, root and ip (Debian: iproute2)");
    }
    try (Place place = namespaces ? new Namespaces() : Place.LOOPBACK) {
      System.out.println("system   leader is    times    min ms  median ms    p90 ms    max ms");
      if (args[3].equals("etcd")) {
        List<String> timers = List.of("--heartbeat-interval", "60", "--election-timeout", "300");
        try (Servers etcd = new EtcdServers(data.resolve("etcd"), place, timers)) {
          recovery.measure(etcd, place);
        }
      }
      List<String> jvm = List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx512m");
      try (Servers ours =
          new QuorateServers(data.resolve("quorate"), place, Path.of(args[0]), jvm)) {
        recovery.measure(ours, place);
      }
    } finally {
      RaftVsEtcd.remove(data);
    }
    System.exit(0);
  }

  private void measure(Servers servers, Place place) throws IOException, InterruptedException {
    warm(servers);
    List<End> ends = new ArrayList<>();
    ends.add(new End("killed", servers::kill, servers::start));
    ends.add(
        new End(
            "stopped",
            node -> signal(servers, node, "STOP"),
            node -> signal(servers, node, "CONT")));
    if (place instanceof Namespaces namespaces) {
      ends.add(new End("cut off", namespaces::cut, namespaces::join));
    }
    for (int i = 0; i < times; i++) {
      for (End end : ends) {
        end.nanos().add(withoutLeader(servers, end));
      }
    }
    ends.forEach(end -> print(servers.name(), end.name(), end.nanos()));
  }

  private interface Deed {
    void on(int node) throws IOException;
  }

  /** How a leader ends, how it is brought back, and how long writes waited each time. */
  private record End(String name, Deed deed, Deed back, List<Long> nanos) {
    End(String name, Deed deed, Deed back) {
      this(name, deed, back, new ArrayList<>());
    }
  }

  private void warm(Servers servers) throws IOException, InterruptedException {
    try (RegisterClient client = servers.client()) {
      for (int i = 0; i < WARM_WRITES; i++) {
        CountDownLatch done = new CountDownLatch(1);
        client.put("warm", fresh(), ok -> done.countDown());
        done.await();
      }
    }
  }

  private long withoutLeader(Servers servers, End end)
      throws IOException, InterruptedException {
    Thread.sleep(SETTLE_MILLIS);
    int leader = servers.leader();
    List<RegisterClient> others = new ArrayList<>();
    for (int node = 0; node < Servers.NODES; node++) {
      if (node != leader) {
        others.add(servers.client(node));
      }
    }
    CountDownLatch written = new CountDownLatch(1);
    AtomicLong at = new AtomicLong();
    long began = System.nanoTime();
    end.deed().on(leader);
    while (!written.await(BETWEEN_WRITES_MILLIS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IOException("no write was acknowledged within " + PATIENCE_SECONDS + " s");
      }
      for (RegisterClient other : others) {
        other.put("recovery", fresh(), ok -> acknowledged(ok, at, written));
      }
    }
    end.back().on(leader);
    for (RegisterClient other : others) {
      other.close();
    }
    return at.get() - began;
  }

  private static void acknowledged(boolean ok, AtomicLong at, CountDownLatch written) {
    if (ok && at.compareAndSet(0, System.nanoTime())) {
      written.countDown();
    }
  }

  private static void signal(Servers servers, int node, String signal) throws IOException {
    String pid = Long.toString(servers.processes().get(node).pid());
    new ProcessBuilder("kill", "-" + signal, pid).start().onExit().join();
  }

  private String fresh() {
    return String.format(Locale.ROOT, "%016d", ++values);
  }

  private static void print(String system, String what, List<Long> nanos) {
    double[] millis = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-8s %-10s %7d %9.0f %10.0f %9.0f %9.0f%n",
        system,
        what,
        millis.length,
        millis[0],
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.9)],
        Arrays.stream(millis).max().orElseThrow());
  }
}
