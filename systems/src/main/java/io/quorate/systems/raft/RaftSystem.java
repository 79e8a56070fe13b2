package io.quorate.systems.raft;

import io.quorate.cluster.Address;
import io.quorate.cluster.Command;
import io.quorate.cluster.Port;
import io.quorate.cluster.Site;
import io.quorate.cluster.World;
import io.quorate.cluster.process.DaemonSpec;
import io.quorate.raft.protocol.SeededBug;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.ControlPath;
import io.quorate.systems.Framing;
import io.quorate.systems.SystemInfo;
import io.quorate.systems.SystemUnderTest;
import io.quorate.workload.ClientSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Raft register server, correct or with seeded bugs. */
public final class RaftSystem implements SystemUnderTest {
  /** Its name in plans. */
  public static final String NAME = "raft";

  /** Quick to start and small: a run has five of them on one machine. */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx256m",
          "-XX:+ExitOnOutOfMemoryError");

  private final Path jar;
  private final String cluster;
  private final List<String> bugs;
  private final long seed;

  /**
   * A raft cluster not yet deployed.
   *
   * @param jar the server's jar on this machine
   * @param cluster a name that no other cluster on the same addresses has
   * @param bugs ids of seeded bugs, empty for the correct server
   * @param seed of the servers' election timeouts
   */
  public RaftSystem(Path jar, String cluster, List<String> bugs, long seed) {
    if (!cluster.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException("no name for a cluster: '" + cluster + "'");
    }
    this.jar = jar;
    this.cluster = cluster;
    this.bugs = List.copyOf(bugs);
    this.seed = seed;
  }

  /** Returns what the catalogue says of it. */
  public static SystemInfo info() {
    return new SystemInfo(
        NAME,
        "Quorate's own Raft register server: read, write and compare-and-set of registers by key.",
        SeededBug.all().stream()
            .map(b -> new SystemInfo.BugInfo(b.id(), b.name(), b.symptom(), b.source()))
            .toList());
  }

  @Override
  public String name() {
    return bugs.isEmpty() ? NAME : NAME + ":" + String.join("+", bugs);
  }

  @Override
  public List<String> bugs() {
    return bugs;
  }

  @Override
  public void install(Site site) {
    site.remote().upload(jar, file(site, "raft-server.jar"));
    site.remote().uploadText(config(site), file(site, "raft.properties"));
  }

  @Override
  public DaemonSpec daemon(Site site) {
    List<String> argv = new ArrayList<>();
    argv.add(site.java());
    argv.addAll(JVM_FLAGS);
    argv.addAll(List.of("-jar", file(site, "raft-server.jar")));
    argv.addAll(List.of("--config", file(site, "raft.properties")));
    return new DaemonSpec(
        NAME,
        Command.of(argv).in(site.directory()),
        file(site, "raft.log"),
        file(site, "raft.pid"));
  }

  @Override
  public void wipe(Site site) {
    site.remote()
        .run(Command.of("rm", "-rf", "--", file(site, "data"), file(site, "trace.jsonl")))
        .orThrow();
  }

  @Override
  public List<String> logs(Site site) {
    return List.of(
        file(site, "raft.log"), file(site, "trace.jsonl"), file(site, "raft.properties"));
  }

  @Override
  public ControlPath control(World world) {
    return new RaftControl(world, cluster, seed);
  }

  @Override
  public ClientSession session(ClientPlace place) {
    return new RaftClient(place);
  }

  @Override
  public Framing framing() {
    return new RaftFraming(cluster);
  }

  /** Returns where the toolkit reaches a node through a tunnel. */
  static Address controlAddress(Site site) {
    return site.listen(site.listens().containsKey(Port.CONTROL) ? Port.CONTROL : Port.CLIENT);
  }

  /** One key=value line a setting; the peers' addresses are this node's own. */
  private String config(Site site) {
    String listen =
        site.listens().values().stream()
            .distinct()
            .map(Address::toString)
            .collect(Collectors.joining(","));
    String peers =
        site.peers().entrySet().stream()
            .map(peer -> peer.getKey() + "=" + peer.getValue())
            .collect(Collectors.joining(","));
    String text =
        """
        id=%s
        cluster=%s
        listen=%s
        peers=%s
        data=%s
        trace=%s
        seed=%d
        """
            .formatted(
                site.node(),
                cluster,
                listen,
                peers,
                file(site, "data"),
                file(site, "trace.jsonl"),
                (seed ^ site.node().hashCode() * 0x9E3779B97F4A7C15L) >>> 5);
    return bugs.isEmpty() ? text : text + "bug=" + String.join(",", bugs) + "\nallow-bugs=true\n";
  }

  private static String file(Site site, String name) {
    return site.directory() + "/" + name;
  }
}
