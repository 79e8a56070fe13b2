package io.quorate.raft.script;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.laws.ClusterLaws;
import io.quorate.raft.log.LogRecord;
import io.quorate.raft.log.WriteAheadLog;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogRecovery;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.server.Limits;
import io.quorate.raft.server.ServerConfig;
import io.quorate.raft.server.ServerStopped;
import io.quorate.raft.server.Timing;
import io.quorate.raft.sim.Envelope;
import io.quorate.raft.sim.SimDisk;
import io.quorate.raft.sim.SimNode;
import io.quorate.raft.sim.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A cluster that does only what it is told, and tells everything it does. The laws are checked
 * after each step, unless the cluster has bugs that break them.
 */
final class Cluster implements Watcher {
  private static final long SEED = 1;

  private final Map<String, SimNode> nodes = new TreeMap<>();
  private final List<Envelope> inFlight = new ArrayList<>();
  private final Set<String> cuts = new TreeSet<>();
  private final StringBuilder told;
  private final ClusterLaws laws;
  private final boolean lawful;
  private boolean autoSync = true;
  private long now;
  private long requests;

  /** Servers n1 and so on, all of them down. */
  Cluster(
      int size,
      int voters,
      boolean preVote,
      boolean lease,
      int maxAppendEntries,
      int snapshotBytes,
      List<Bug> bugs,
      StringBuilder told) {
    this.told = told;
    lawful = bugs.isEmpty();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      names.add("n" + i);
    }
    laws = new ClusterLaws(names);
    Limits usual = Limits.standard();
    Limits limits =
        new Limits(
            3,
            3,
            64,
            64,
            maxAppendEntries,
            usual.maxAppendBytes(),
            2,
            usual.maxHeldMessages(),
            4,
            4096,
            snapshotBytes,
            2,
            20,
            usual.state());
    for (String name : names) {
      ServerConfig config =
          new ServerConfig(
              name,
              names,
              initial(name, names.subList(0, voters)),
              Timing.ofPaper(Duration.ofMillis(300), Duration.ofMillis(50)),
              preVote,
              lease,
              limits,
              bugs);
      nodes.put(name, new SimNode(config, this, new SplittableRandom(SEED)));
    }
  }

  private static Configuration initial(String name, List<String> voters) {
    return voters.contains(name) ? Configuration.of(voters) : Configuration.NONE;
  }

  @Override
  public void sent(Envelope envelope) {
    law(() -> laws.sent(envelope.from(), envelope.to(), envelope.message()));
    boolean cut = cuts.contains(link(envelope)) || !node(envelope.to()).up();
    String arrow = cut ? " -x " : " -> ";
    say(envelope.from() + arrow + envelope.to() + " " + Tell.message(envelope.message()));
    if (!cut) {
      inFlight.add(envelope);
    }
  }

  @Override
  public void answered(String node, long connection, ClientResponse response) {
    say(node + " answers #" + Tell.response(response));
  }

  @Override
  public void syncing(String node, long token) {
    if (!autoSync) {
      say(node + " syncs...");
    }
  }

  @Override
  public void timer(String node, Timer.Name name, long delayNanos) {}

  @Override
  public void noted(String node, String kind, long term, long index, Object... fields) {
    if (kind.equals("sync") && autoSync) {
      return;
    }
    StringBuilder line = new StringBuilder(node + " * " + kind + " t" + term + " i" + index);
    for (int i = 0; i < fields.length; i += 2) {
      line.append(' ').append(fields[i]).append('=').append(fields[i + 1]);
    }
    say(line.toString());
  }

  @Override
  public long now(String node) {
    return now;
  }

  /** So many milliseconds pass, and no timer fires. */
  void pass(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  /** Starts every server, without a word. */
  void startAll() {
    quietly(() -> nodes.keySet().forEach(this::start));
  }

  /** Makes a server the leader and lets all come to rest, telling only that it leads. */
  void elect(String name) {
    quietly(() -> {
      timeout(name);
      settle();
      fire(name, Timer.Name.HEARTBEAT);
      settle();
    });
    say(name + " leads term " + node(name).sight().orElseThrow().term());
  }

  private void quietly(Runnable deed) {
    int length = told.length();
    deed.run();
    told.setLength(length);
  }

  /** Gives a server that is down a disk with this term and a log of entries of these terms. */
  void preload(String name, long term, List<Long> terms) {
    List<LogRecord> records = new ArrayList<>();
    records.add(new LogRecord.State(new HardState(term, null)));
    for (int i = 0; i < terms.size(); i++) {
      Command command = new Command.Write("x", terms.get(i) + "." + (i + 1));
      records.add(new LogRecord.Append(new LogEntry(terms.get(i), i + 1, command)));
    }
    SimDisk disk = node(name).disk();
    WriteAheadLog log =
        new WriteAheadLog(disk, new LogRecovery() {}, new Durability() {}, () -> SEED, 4096);
    log.open();
    log.synced(disk.completeOldest());
    log.gather(1, records);
    log.flush();
    disk.completeOldest();
  }

  void start(String name) {
    node(name).start();
    afterStep(node(name));
  }

  void fire(String name, Timer.Name timer) {
    step(name, new Event.TimerFired(timer));
  }

  /** Its process is told to end, and says when it may. */
  void retire(String name) {
    step(name, new Event.Retire());
    sayRetired(node(name));
  }

  private void sayRetired(SimNode node) {
    if (node.up() && node.server().retired()) {
      say(node.name() + " may end");
    }
  }

  /**
   * No leader has been heard by anybody for long, and this server is the first to lose patience.
   */
  void timeout(String name) {
    nodes.keySet().forEach(each -> fire(each, Timer.Name.SILENCE));
    fire(name, Timer.Name.ELECTION);
  }

  void request(String name, ClientRequest request) {
    step(name, new Event.FromClient(1, request));
  }

  long nextRequest() {
    return ++requests;
  }

  void autoSync(boolean on) {
    autoSync = on;
    if (on) {
      nodes.values().forEach(this::afterStep);
    }
  }

  void sync(String name) {
    if (node(name).disk().syncing()) {
      step(name, new Event.Synced(node(name).disk().completeOldest()));
    } else {
      say(name + " has nothing to sync");
    }
  }

  /** Delivers what is in flight on these links now, oldest first. */
  void deliver(Predicate<Envelope> on) {
    List<Envelope> now = inFlight.stream().filter(on).toList();
    inFlight.removeAll(now);
    for (Envelope envelope : now) {
      say(envelope.to() + " <- " + envelope.from() + " " + Tell.message(envelope.message()));
      step(envelope.to(), new Event.FromPeer(envelope.from(), envelope.message()));
      sayRetired(node(envelope.to()));
    }
  }

  /** Delivers until nothing is in flight. */
  void settle() {
    while (!inFlight.isEmpty()) {
      deliver(envelope -> true);
    }
  }

  void drop(Predicate<Envelope> on) {
    inFlight.removeIf(on);
  }

  void duplicate(Predicate<Envelope> on) {
    inFlight.addAll(inFlight.stream().filter(on).toList());
  }

  void cut(Predicate<String> cutLink) {
    for (String from : nodes.keySet()) {
      for (String to : nodes.keySet()) {
        String link = from + "->" + to;
        if (!from.equals(to) && cutLink.test(link)) {
          cuts.add(link);
        }
      }
    }
    inFlight.removeIf(envelope -> cuts.contains(link(envelope)));
  }

  void heal() {
    cuts.clear();
  }

  void crash(String name, int kept) {
    node(name).stop();
    node(name).disk().loseAllBut(kept);
    inFlight.removeIf(envelope -> envelope.to().equals(name));
  }

  /** A bit of this text in its log, which is durable, is no longer what it was. */
  void damage(String name, String text) {
    node(name).disk().damage("log-00000001", text);
  }

  /** Its disk fails under it: it stops, and says why. */
  void failDisk(String name) {
    try {
      step(name, new Event.DiskFailed("input/output error"));
    } catch (ServerStopped stopped) {
      say(String.valueOf(stopped.getMessage()));
      node(name).stop();
      node(name).disk().kill();
    }
  }

  void logs() {
    for (SimNode node : nodes.values()) {
      String seen =
          node.sight()
              .map(sight ->
                  sight.role()
                      + " t"
                      + sight.term()
                      + " vote "
                      + Tell.text(sight.votedFor())
                      + " commit "
                      + sight.commit()
                      + " durable "
                      + sight.durable()
                      + " "
                      + Tell.log(sight.log()))
              .orElse("down");
      say(node.name() + ": " + seen);
    }
  }

  static String link(Envelope envelope) {
    return envelope.from() + "->" + envelope.to();
  }

  private void step(String name, Event event) {
    SimNode node = node(name);
    node.step(event);
    afterStep(node);
  }

  private void afterStep(SimNode node) {
    while (autoSync && node.disk().syncing()) {
      node.step(new Event.Synced(node.disk().completeOldest()));
      check(node);
    }
    check(node);
  }

  private void check(SimNode node) {
    law(() -> node.sight().ifPresent(laws::saw));
  }

  /** The correct server stops the script when a law is broken; of a bug it is what we came for. */
  private void law(Runnable check) {
    try {
      check.run();
    } catch (BrokenLaw broken) {
      if (lawful) {
        throw broken;
      }
      say("!! " + broken.getMessage());
    }
  }

  private SimNode node(String name) {
    SimNode node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no server " + name);
    }
    return node;
  }

  private void say(String line) {
    told.append("  ").append(line).append('\n');
  }
}
