package io.quorate.simulation.cluster;

import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Configuration;
import io.quorate.raft.Role;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.rules.bugs.Bugs;
import io.quorate.raft.server.ServerConfig;
import io.quorate.raft.server.ServerStopped;
import io.quorate.raft.server.Sight;
import io.quorate.raft.sim.Envelope;
import io.quorate.raft.sim.SimDisk;
import io.quorate.raft.sim.SimNode;
import io.quorate.raft.sim.Watcher;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import io.quorate.simulation.Finding;
import io.quorate.simulation.TraceSink;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a cluster over simulated disks, clocks and wires: the server's whole code but its
 * shell.
 */
public final class SimulatedCluster implements Watcher {
  private final Agenda agenda;
  private final Wires wires;
  private final Conditions conditions;
  private final Draws disks;
  private final WhiteBox whiteBox;
  private final Map<String, Life> nodes = new TreeMap<>();
  private final ClientSide clients;
  private final Reigns reigns = new Reigns();
  private long digest;
  private @Nullable ServerTraces traces;

  /**
   * A cluster of which no process runs yet.
   *
   * @param random split by node for the servers' own choices, and once for the disks
   */
  public SimulatedCluster(
      List<String> names,
      List<String> bugs,
      Agenda agenda,
      Wires wires,
      Conditions conditions,
      RandomStream random,
      ClientSide clients) {
    this.agenda = agenda;
    this.wires = wires;
    this.conditions = conditions;
    this.clients = clients;
    disks = new Draws(random.split("disks"));
    whiteBox = new WhiteBox(agenda, names);
    List<Bug> wrong = bugs.stream().map(SimulatedCluster::bug).toList();
    for (String name : names) {
      ServerConfig config =
          new ServerConfig(
              name,
              names,
              Configuration.of(names),
              conditions.timing(),
              conditions.preVote(),
              conditions.lease(),
              conditions.limits(),
              wrong);
      nodes.put(name, new Life(new SimNode(config, this, new Draws(random.split(name)))));
    }
  }

  private static Bug bug(String id) {
    return Bugs.named(id)
        .orElseThrow(() -> new IllegalArgumentException("the servers have no bug '" + id + "'"));
  }

  /** What was found wrong so far, seen from inside. */
  public List<Finding> findings() {
    return whiteBox.findings();
  }

  /** Who took itself for the leader, and when. */
  public List<Led> reigns() {
    return reigns.all();
  }

  /** From now on every line of every server's trace is told to {@code sink}. */
  public void trace(TraceSink sink) {
    traces = new ServerTraces(sink);
  }

  /** Tells two runs apart that were not the same. */
  public long digest() {
    return digest;
  }

  /** Whether the process of {@code name} runs, paused or not. */
  public boolean up(String name) {
    return life(name).node.up();
  }

  /** Whether it is there and stopped. */
  public boolean paused(String name) {
    return life(name).waiting != null;
  }

  /** The number of its present process; another one after each start and end. */
  public long process(String name) {
    return life(name).number;
  }

  /** What the node says of itself, or null when it gives no answer. */
  public ClientResponse.@Nullable Status status(String name) {
    return up(name) && !paused(name) ? life(name).node.server().status() : null;
  }

  /** A client's request reaches the node's present process. */
  public void ask(String name, long connection, ClientRequest request) {
    step(life(name), new Event.FromClient(connection, request));
  }

  /** A client's connection is gone. */
  public void clientGone(String name, long connection) {
    step(life(name), new Event.ClientGone(connection));
  }

  /** Starts the process of {@code name} if it does not run. */
  public void start(String name) {
    Life life = life(name);
    if (!life.node.up()) {
      life.turn();
      guarded(life, life.node::start);
    }
  }

  /** Ends the process at once; the operating system keeps what it wrote. */
  public void kill(String name) {
    if (up(name)) {
      ended(life(name));
      life(name).node.disk().kill();
    }
  }

  /** The machine loses its power: what was not synced is lost, torn or flipped. */
  public void losePower(String name) {
    if (up(name)) {
      ended(life(name));
    }
    life(name).node.disk().losePower(disks);
  }

  /** Empties the disk of a process that does not run. */
  public void wipe(String name) {
    if (up(name)) {
      throw new IllegalStateException(name + " runs: its disk is not wiped under it");
    }
    whiteBox.wiped(name);
    life(name).emptied = true;
    SimDisk disk = life(name).node.disk();
    disk.list().forEach(disk::delete);
    disk.kill();
    disk.loseAllBut(0);
    disk.list().forEach(disk::delete);
  }

  /** Whether the node's disk was emptied, and no process took it as it is. */
  public boolean emptied(String name) {
    return life(name).emptied;
  }

  /**
   * Starts a process on its empty disk, as if nothing had happened.
   *
   * @return whether it is there: one that knows better refuses, as it should
   */
  public boolean startEmptied(String name) {
    Life life = life(name);
    boolean there = life.node.up() || starts(life);
    life.emptied &= !there;
    return there;
  }

  /** The node takes part no more: the next process on its empty disk is of a new server. */
  public void renew(String name) {
    life(name).emptied = false;
    life(name).node.renew();
  }

  /** A bit flips on the disk of a process that does not run, if the disk holds enough. */
  public void corrupt(String name) {
    Life life = life(name);
    if (life.node.up() || life.repair != null) {
      throw new IllegalStateException(name + " runs, or has a damaged disk already");
    }
    life.node.disk().loseAllBut(Integer.MAX_VALUE);
    life.repair = life.node.disk().corrupt(disks);
  }

  /** Whether a bit of the node's disk has flipped. */
  public boolean corrupted(String name) {
    return life(name).repair != null;
  }

  /**
   * Starts a process on its damaged disk. A server that refuses does what it should, and is started
   * on a sound copy.
   */
  public void startOnDamage(String name) {
    Life life = life(name);
    Runnable repair = life.repair;
    life.repair = null;
    if (repair == null) {
      start(name);
    } else if (!life.node.up() && !starts(life)) {
      repair.run();
      start(name);
    }
  }

  /** Whether a new process is there, rather than refusing what it found on its disk. */
  private boolean starts(Life life) {
    life.turn();
    try {
      life.node.start();
      life.node.sight().ifPresent(whiteBox::saw);
      return true;
    } catch (ServerStopped refusal) {
      life.node.stop();
      life.node.disk().kill();
      return false;
    }
  }

  /** Stops the process where it stands; what comes for it waits. */
  public void pause(String name) {
    if (up(name)) {
      life(name).pause();
      reigns.ends(name, agenda.now());
    }
  }

  /** Lets a stopped process go on with what waited for it. */
  public void resume(String name) {
    Life life = life(name);
    List<Event> waiting = life.waiting;
    life.waiting = null;
    if (waiting != null) {
      waiting.forEach(event -> step(life, event));
    }
  }

  /** From now on the node's clock runs at {@code perMillion} of the right rate. */
  public void setClockRate(String name, long perMillion) {
    life(name).clock.run(agenda.now(), perMillion);
  }

  /** The rate of the node's clock, in millionths of the right one. */
  public long clockRate(String name) {
    return life(name).clock.rate();
  }

  /** From now on each sync of the node's disk takes this much longer than usual. */
  public void slowDisk(String name, long nanos) {
    life(name).slowerNanos = nanos;
  }

  /** How much longer each sync of the node's disk takes than usual. */
  public long diskSlowness(String name) {
    return life(name).slowerNanos;
  }

  /** What may be seen of whoever leads the latest term; empty when nobody is known to. */
  public Optional<Sight> leader() {
    return nodes.values().stream()
        .filter(life -> life.waiting == null)
        .flatMap(life -> life.node.sight().stream())
        .filter(sight -> sight.role() == Role.LEADER)
        .max(Comparator.comparingLong(Sight::term));
  }

  @Override
  public void sent(Envelope envelope) {
    whiteBox.sent(envelope);
    Life to = nodes.get(envelope.to());
    if (to != null) {
      long process = to.number;
      wires.carryMessage(
          new Link(envelope.from(), envelope.to()),
          () -> {
            if (to.number == process) {
              step(to, new Event.FromPeer(envelope.from(), envelope.message()));
            }
          });
    }
  }

  @Override
  public void answered(String node, long connection, ClientResponse response) {
    clients.answered(connection, response);
  }

  @Override
  public void syncing(String name, long token) {
    Life life = life(name);
    long process = life.number;
    long most = disks.happens(100) ? conditions.slowSyncNanos() : conditions.syncNanos();
    agenda.after(
        life.slowerNanos + disks.between(most / 8, most),
        () -> {
          if (life.number == process) {
            life.node.disk().complete(token).forEach(done -> step(life, new Event.Synced(done)));
          }
        });
  }

  @Override
  public void timer(String node, Timer.Name name, long delayNanos) {
    Life life = life(node);
    long setting = life.timers.merge(name, 1L, Long::sum);
    if (delayNanos >= 0) {
      agenda.after(
          life.clock.takes(delayNanos),
          () -> {
            if (life.timers.getOrDefault(name, 0L) == setting) {
              step(life, new Event.TimerFired(name));
            }
          });
    }
  }

  @Override
  public long now(String node) {
    return life(node).clock.shows(agenda.now());
  }

  @Override
  public void noted(String node, String kind, long term, long index, Object... fields) {
    mix(agenda.now());
    mix(node.hashCode() * 31L + kind.hashCode());
    mix(term * 1_000_003 + index);
    if (traces != null) {
      traces.noted(node, agenda.now(), kind, term, index, fields);
    }
  }

  private void mix(long value) {
    digest = (digest ^ value) * 0x9E3779B97F4A7C15L;
    digest ^= digest >>> 29;
  }

  private Life life(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  private void step(Life life, Event event) {
    if (life.waiting != null) {
      life.waiting.add(event);
    } else if (life.node.up()) {
      guarded(life, () -> life.node.step(event));
    }
  }

  /** A server that stops itself, or fails in the middle of a step, ends as its process would. */
  private void guarded(Life life, Runnable step) {
    try {
      step.run();
      life.node.sight().ifPresent(this::saw);
    } catch (ServerStopped e) {
      whiteBox.find(Finding.Kind.STOPPED, String.valueOf(e.getMessage()));
      died(life);
    } catch (BrokenLaw e) {
      whiteBox.broken(e);
      String words = life.node.name() + " ended itself: " + e.getMessage();
      whiteBox.find(Finding.Kind.STOPPED, words);
      died(life);
    } catch (RuntimeException e) {
      whiteBox.find(Finding.Kind.STOPPED, life.node.name() + " died of " + e);
      died(life);
    }
  }

  private void died(Life life) {
    ended(life);
    life.node.disk().kill();
  }

  private void saw(Sight sight) {
    if (sight.role() == Role.LEADER) {
      reigns.leads(sight.node(), sight.term(), agenda.now());
    } else {
      reigns.ends(sight.node(), agenda.now());
    }
    whiteBox.saw(sight);
  }

  private void ended(Life life) {
    life.turn();
    life.node.stop();
    String name = life.node.name();
    reigns.ends(name, agenda.now());
    clients.gone(name);
    for (Life peer : new ArrayList<>(nodes.values())) {
      if (peer != life) {
        closed(name, peer);
      }
    }
  }

  private void closed(String name, Life peer) {
    long process = peer.number;
    wires.carry(
        new Link(name, peer.node.name()),
        () -> {
          if (peer.number == process) {
            step(peer, new Event.PeerGone(name));
          }
        });
  }
}
