package io.quorate.cluster.local;

import io.quorate.cluster.Address;
import io.quorate.cluster.Capabilities;
import io.quorate.cluster.LinkControl;
import io.quorate.cluster.Remote;
import io.quorate.cluster.Site;
import io.quorate.cluster.ToTheEnd;
import io.quorate.cluster.World;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Toolkit;
import io.quorate.cluster.proxy.LinkProxies;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.history.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The world that is there on every machine with Java: directories with SSH servers before them, and
 * links through proxies. A system that cannot give each node its own peer addresses has no place
 * here.
 */
public final class LocalWorld implements World {
  private final LinkProxies proxies;
  private final List<Site> sites;
  private final List<Runnable> undo;

  private LocalWorld(LinkProxies proxies, List<Site> sites, List<Runnable> undo) {
    this.proxies = proxies;
    this.sites = List.copyOf(sites);
    this.undo = new ArrayList<>(undo);
  }

  /**
   * Brings the hosts up, logs in to them and opens the links.
   *
   * @param directory under which each node has its own directory
   * @param nodes how many, 1 to 25
   * @param seed of the choice of ports and the jitter of delays
   * @param hearing whether cuts are obeyed; deaf only to test the toolkit itself
   */
  public static LocalWorld open(
      Path directory, int nodes, long seed, Hearing hearing, Ledger ledger) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = new Layout(directory, nodes, random.split());
    List<Act> acts = announce(layout, ledger);
    List<Runnable> undo = new ArrayList<>();
    acts.forEach(act -> undo.addFirst(() -> ledger.undone(act)));
    try {
      LocalHosts hosts = LocalHosts.open(layout.homes());
      undo.addFirst(hosts::close);
      LinkProxies proxies = LinkProxies.open(layout.routes(), random.nextLong(), hearing);
      undo.addFirst(proxies::close);
      return new LocalWorld(proxies, sites(layout, hosts, proxies), undo);
    } catch (RuntimeException e) {
      ToTheEnd.run(undo);
      throw e;
    }
  }

  private static List<Act> announce(Layout layout, Ledger ledger) {
    List<Act> acts = new ArrayList<>();
    acts.add(Toolkit.signIn(ledger));
    layout
        .homes()
        .forEach((node, home) ->
            acts.add(
                ledger.intend(
                    Act.Kind.HOST, node, Map.of("reach", "local", "directory", home.toString()))));
    acts.add(ledger.intend(Act.Kind.LISTENERS, "toolkit", Map.of()));
    return acts;
  }

  private static List<Site> sites(Layout layout, LocalHosts hosts, LinkProxies proxies) {
    List<Site> sites = new ArrayList<>();
    for (Remote remote : hosts.remotes()) {
      String node = remote.node();
      SortedMap<String, Address> peers = new TreeMap<>();
      for (String other : layout.nodes()) {
        if (!other.equals(node)) {
          peers.put(other, proxies.entrance(new Link(node, other)));
        }
      }
      sites.add(
          new Site(
              node,
              Layout.clientsBeside(node),
              remote,
              String.valueOf(layout.homes().get(node)),
              System.getProperty("java.home"),
              layout.listens(node),
              peers));
    }
    return sites;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public List<Site> sites() {
    return sites;
  }

  @Override
  public Address dial(String from, String node) {
    return proxies.entrance(new Link(from, node));
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.OF_PROCESSES;
  }

  @Override
  public Optional<LinkControl> links() {
    return Optional.of(proxies);
  }

  /** Closes the links, then the servers, and writes so into the ledger. Idempotent. */
  @Override
  public synchronized void close() {
    List<Runnable> steps = List.copyOf(undo);
    undo.clear();
    ToTheEnd.run(steps);
  }
}
