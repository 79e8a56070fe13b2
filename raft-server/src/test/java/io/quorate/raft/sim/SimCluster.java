package io.quorate.raft.sim;

import io.quorate.raft.Configuration;
import io.quorate.raft.Role;
import io.quorate.raft.laws.ClusterLaws;
import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.server.Limits;
import io.quorate.raft.server.ServerConfig;
import io.quorate.raft.server.Sight;
import io.quorate.raft.server.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cluster in virtual time over a bad network and bad disks, with the laws of Raft checked after
 * each step of each server. One random stream per concern.
 */
final class SimCluster implements Watcher {
  private static final long MICRO = 1000;
  private static final long MILLI = 1_000_000;

  private record TimerKey(String node, Timer.Name name) {}

  private final Map<String, SimNode> nodes = new TreeMap<>();
  private final Map<String, Long> lives = new TreeMap<>();
  private final Map<TimerKey, Long> timers = new HashMap<>();
  private final Map<String, List<Event>> paused = new TreeMap<>();
  private final Set<String> cuts = new TreeSet<>();
  private final Schedule schedule;
  private final Clocks clocks;
  private final ClusterLaws laws;
  private final SplittableRandom network;
  private final SplittableRandom disks;
  private final Map<Long, Answering> clients;
  private final Map<String, Integer> kinds = new TreeMap<>();
  private long digest;
  private long steps;

  /** Takes a client's answer. */
  interface Answering {
    void answered(String node, ClientResponse response);
  }

  SimCluster(
      List<String> names,
      Clocks clocks,
      List<Bug> bugs,
      SplittableRandom random,
      Schedule schedule,
      Map<Long, Answering> clients) {
    this.schedule = schedule;
    this.clients = clients;
    network = random.split();
    disks = random.split();
    this.clocks = clocks;
    laws = new ClusterLaws(names);
    Limits limits =
        new Limits(
            64,
            64,
            64,
            64,
            1 + random.nextInt(4),
            1 << 18,
            1 + random.nextInt(4),
            1024,
            16,
            1024,
            500 + random.nextInt(4000),
            random.nextInt(8),
            1 + random.nextInt(60),
            StateLimits.STANDARD);
    boolean preVote = random.nextInt(4) > 0;
    for (String name : names) {
      ServerConfig config =
          new ServerConfig(
              name,
              names,
              Configuration.of(names),
              Timing.ofPaper(Duration.ofMillis(150), Duration.ofMillis(30)),
              preVote,
              clocks.lease(),
              limits,
              bugs);
      nodes.put(name, new SimNode(config, this, random.split()));
      start(name);
    }
  }

  ClusterLaws laws() {
    return laws;
  }

  List<String> names() {
    return new ArrayList<>(nodes.keySet());
  }

  long steps() {
    return steps;
  }

  /** How often a line of this kind came into a trace. */
  int noted(String kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** Tells two runs apart that were not the same. */
  long digest() {
    return digest;
  }

  SimNode node(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  /** What each server is and takes for the configuration. */
  String told() {
    StringBuilder told = new StringBuilder();
    for (SimNode node : nodes.values()) {
      String sight =
          node.sight()
              .map(s ->
                  s.role()
                      + " t"
                      + s.term()
                      + " commit "
                      + s.commit()
                      + " of "
                      + (s.before().index() + s.log().size())
                      + " "
                      + s.configuration())
              .orElse("down");
      told.append("\n  ").append(node.name()).append(": ").append(sight);
    }
    return told.toString();
  }

  /** Whoever leads the latest term. */
  Optional<String> leader() {
    return nodes.values().stream()
        .flatMap(node -> node.sight().stream())
        .filter(sight -> sight.role() == Role.LEADER)
        .max((a, b) -> Long.compare(a.term(), b.term()))
        .map(Sight::node);
  }

  @Override
  public void sent(Envelope envelope) {
    laws.sent(envelope.from(), envelope.to(), envelope.message());
    mix(envelope.hashCode());
    int copies = network.nextInt(100) < 3 ? 2 : network.nextInt(100) < 5 ? 0 : 1;
    for (int i = 0; i < copies; i++) {
      long delay = (100 + network.nextInt(2000)) * MICRO;
      if (network.nextInt(100) < 2) {
        delay += MILLI * network.nextInt(400);
      }
      schedule.after(delay, () -> arrive(envelope));
    }
  }

  private void arrive(Envelope envelope) {
    if (!cuts.contains(envelope.from() + "->" + envelope.to())) {
      step(envelope.to(), new Event.FromPeer(envelope.from(), envelope.message()));
    }
  }

  @Override
  public void answered(String node, long connection, ClientResponse response) {
    Answering client = clients.remove(connection);
    if (client != null) {
      long delay = (100 + network.nextInt(1000)) * MICRO;
      schedule.after(delay, () -> client.answered(node, response));
    }
  }

  @Override
  public void syncing(String name, long token) {
    SimDisk disk = node(name).disk();
    long life = lives.getOrDefault(name, 0L);
    schedule.after(
        MICRO * (50 + disks.nextInt(disks.nextInt(10) == 0 ? 20_000 : 1000)),
        () -> {
          if (lives.getOrDefault(name, 0L) == life) {
            disk.complete(token).forEach(done -> step(name, new Event.Synced(done)));
          }
        });
  }

  @Override
  public void timer(String node, Timer.Name name, long delayNanos) {
    TimerKey key = new TimerKey(node, name);
    long setting = timers.merge(key, 1L, Long::sum);
    if (delayNanos >= 0) {
      schedule.after(
          clocks.takes(node, delayNanos),
          () -> {
            if (timers.getOrDefault(key, 0L) == setting) {
              step(node, new Event.TimerFired(name));
            }
          });
    }
  }

  @Override
  public long now(String node) {
    return clocks.shows(node, schedule.now());
  }

  @Override
  public void noted(String node, String kind, long term, long index, Object... fields) {
    kinds.merge(kind, 1, Integer::sum);
    mix(31L * kind.hashCode() + term);
    mix(index);
  }

  void ask(String node, long connection, ClientRequest request) {
    long delay = (100 + network.nextInt(1000)) * MICRO;
    schedule.after(delay, () -> step(node, new Event.FromClient(connection, request)));
  }

  void start(String name) {
    lives.merge(name, 1L, Long::sum);
    node(name).start();
    check(node(name));
  }

  /** Ends its process; with the power, if so told. */
  void stop(String name, boolean power) {
    lives.merge(name, 1L, Long::sum);
    for (Timer.Name timer : Timer.Name.values()) {
      timers.merge(new TimerKey(name, timer), 1L, Long::sum);
    }
    paused.remove(name);
    node(name).stop();
    if (clocks.drift()) {
      nodes.keySet().stream()
          .filter(peer -> !peer.equals(name))
          .forEach(peer -> closed(name, peer));
    }
    if (power) {
      node(name).disk().losePower(disks);
    } else {
      node(name).disk().kill();
    }
  }

  /** Tells its process to end in an orderly way. */
  void retire(String name) {
    step(name, new Event.Retire());
  }

  /** Its starts and stops so far: another number, another process. */
  long lives(String name) {
    return lives.getOrDefault(name, 0L);
  }

  boolean paused(String name) {
    return paused.containsKey(name);
  }

  /** The connection over which a server sent to this peer is closed, as far as that is not cut. */
  private void closed(String name, String peer) {
    schedule.after(
        MICRO * 300,
        () -> {
          if (!cuts.contains(name + "->" + peer)) {
            step(peer, new Event.PeerGone(name));
          }
        });
  }

  void pause(String name) {
    paused.putIfAbsent(name, new ArrayList<>());
  }

  void resume(String name) {
    List<Event> waiting = paused.remove(name);
    if (waiting != null) {
      waiting.forEach(event -> step(name, event));
    }
  }

  void cut(String from, String to) {
    cuts.add(from + "->" + to);
  }

  void heal() {
    cuts.clear();
  }

  private void step(String name, Event event) {
    SimNode node = node(name);
    List<Event> waiting = paused.get(name);
    if (waiting != null) {
      waiting.add(event);
    } else if (node.up()) {
      steps++;
      node.step(event);
      check(node);
    }
  }

  private void check(SimNode node) {
    node.sight().ifPresent(laws::saw);
  }

  private void mix(long value) {
    digest = digest * 1_000_003 + value;
  }
}
