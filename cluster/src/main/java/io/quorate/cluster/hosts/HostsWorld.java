package io.quorate.cluster.hosts;

import io.quorate.cluster.Address;
import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Capability;
import io.quorate.cluster.LinkControl;
import io.quorate.cluster.Port;
import io.quorate.cluster.Remote;
import io.quorate.cluster.Site;
import io.quorate.cluster.ToTheEnd;
import io.quorate.cluster.World;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Toolkit;
import io.quorate.cluster.ssh.SshRemote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hosts that are there already, over SSH: deployment, kills and pauses; links are left alone. */
public final class HostsWorld implements World {
  private static final String NO_LINKS =
      "links between hosts of a file cannot be cut or delayed by this version; use --on local";

  /** What no world of this kind can do, known before anybody logs in. */
  public static final Capabilities CAPABILITIES =
      Capabilities.OF_PROCESSES.butNot(
          Map.of(Capability.CUT_LINKS, NO_LINKS, Capability.DELAY_LINKS, NO_LINKS));

  private final String name;
  private final Ledger ledger;
  private final List<Act> acts = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();

  private HostsWorld(String name, Ledger ledger) {
    this.name = name;
    this.ledger = ledger;
  }

  /**
   * Logs in to every host, checks its marker and finds or brings its Java.
   *
   * @param name what the world is called: the file
   * @throws io.quorate.cluster.RemoteException if a host cannot be reached or used
   * @throws IllegalArgumentException if a host is not marked, or a name is given twice
   */
  public static HostsWorld open(String name, List<HostSpec> hosts, Ledger ledger) {
    HostsWorld world = new HostsWorld(name, ledger);
    try {
      world.acts.add(Toolkit.signIn(ledger));
      for (HostSpec host : named(hosts).values()) {
        world.acts.add(ledger.intend(Act.Kind.HOST, host.name(), HostFacts.of(host)));
        world.sites.add(site(host, hosts));
      }
      return world;
    } catch (RuntimeException e) {
      world.close();
      throw e;
    }
  }

  private static SortedMap<String, HostSpec> named(List<HostSpec> hosts) {
    SortedMap<String, HostSpec> byName = new TreeMap<>();
    for (HostSpec host : hosts) {
      if (byName.put(host.name(), host) != null) {
        throw new IllegalArgumentException("two hosts are named " + host.name());
      }
    }
    return byName;
  }

  private static Site site(HostSpec host, List<HostSpec> all) {
    Remote remote = SshRemote.connect(host.target());
    try {
      SafetyCatch.check(remote);
      String directory = host.workDir() + "/" + host.name();
      remote.exec("mkdir", "-p", directory).orThrow();
      String java =
          host.javaHome()
              .or(() -> JavaOnHost.find(remote))
              .orElseGet(() -> shipped().ship(remote, host.workDir()));
      String clients = "c" + host.name().substring(1);
      return new Site(
          host.name(), clients, remote, directory, java, host.listens(), peers(host, all));
    } catch (RuntimeException e) {
      remote.close();
      throw e;
    }
  }

  private static RuntimeImage shipped() {
    return new RuntimeImage(RuntimeImage.CACHE, RuntimeImage.MODULES);
  }

  private static SortedMap<String, Address> peers(HostSpec host, List<HostSpec> all) {
    SortedMap<String, Address> peers = new TreeMap<>();
    for (HostSpec other : all) {
      if (!other.name().equals(host.name())) {
        other
            .listens()
            .forEach((port, address) -> {
              if (port == Port.PEER) {
                peers.put(other.name(), address);
              }
            });
      }
    }
    return peers;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Site> sites() {
    return List.copyOf(sites);
  }

  @Override
  public Address dial(String from, String node) {
    boolean isNode = sites.stream().anyMatch(site -> site.node().equals(from));
    boolean isClients = sites.stream().anyMatch(site -> site.clients().equals(from));
    if (!isNode && !isClients) {
      throw new IllegalArgumentException(name + " has no place " + from);
    }
    return site(node).listen(isNode ? Port.PEER : Port.CLIENT);
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<LinkControl> links() {
    return Optional.empty();
  }

  /** Logs out everywhere and writes so into the ledger. Idempotent. */
  @Override
  public synchronized void close() {
    List<Runnable> steps = new ArrayList<>();
    for (Site site : sites) {
      steps.add(site.remote()::close);
    }
    for (Act act : acts.reversed()) {
      steps.add(() -> ledger.undone(act));
    }
    acts.clear();
    ToTheEnd.run(steps);
  }
}
