package io.quorate.nemesis.roles;

import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.partition.Grudges;
import io.quorate.nemesis.partition.Sides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Turns a fault by role into a fault by name. */
public final class Resolver {
  private final List<String> nodes;
  private final Roles roles;
  private final Collection<String> struck;
  private final RandomStream random;

  private Resolver(
      List<String> nodes, Roles roles, Collection<String> struck, RandomStream random) {
    this.nodes = nodes;
    this.roles = roles;
    this.struck = struck;
    this.random = random;
  }

  /**
   * Resolves {@code spec}.
   *
   * @param nodes all nodes in their order
   * @param roles who is what just now
   * @param struck the nodes that faults in force strike, but for those that strike all
   * @param random from which a target is drawn where the words leave a choice
   */
  public static Resolution resolve(
      FaultSpec spec,
      List<String> nodes,
      Roles roles,
      Collection<String> struck,
      RandomStream random) {
    return new Resolver(nodes, roles, struck, random).resolve(spec);
  }

  private Resolution resolve(FaultSpec spec) {
    return switch (spec) {
      case FaultSpec.Isolate i -> on(i.target(), struck -> isolate(struck, i.withClients()));
      case FaultSpec.Halves h -> island("halves", smallerHalf(), h.withClients());
      case FaultSpec.MajoritiesRing r ->
          everywhere("majorities ring", Grudges.majoritiesRing(shuffled()));
      case FaultSpec.Bridge b -> bridge(shuffled());
      case FaultSpec.OneWay o -> on(o.target(), struck -> oneWay(struck, o.outbound()));
      case FaultSpec.Cut c -> cut(c.links());
      case FaultSpec.Kill k -> on(k.target(), s -> resolved(new Fault.Kill(s), s));
      case FaultSpec.Pause p -> on(p.target(), s -> resolved(new Fault.Pause(s), s));
      case FaultSpec.Slow s -> on(s.target(), struck -> slow(s, struck));
      case FaultSpec.PowerLoss p -> on(p.target(), s -> resolved(new Fault.PowerLoss(s), s));
      case FaultSpec.Wipe w -> on(w.target(), s -> resolved(new Fault.Wipe(s), s));
      case FaultSpec.Corrupt c -> on(c.target(), s -> resolved(new Fault.Corrupt(s), s));
      case FaultSpec.Remove r -> on(r.target(), s -> resolved(new Fault.Remove(s), s));
      case FaultSpec.ClockRate c ->
          on(c.target(), s -> resolved(new Fault.ClockRate(s, c.percent()), s));
      case FaultSpec.SlowDisk d ->
          on(d.target(), s -> resolved(new Fault.SlowDisk(s, d.sync().toNanos()), s));
      case FaultSpec.Unreliable u -> on(u.target(), struck -> unreliable(u, struck));
    };
  }

  private interface Strike {
    Resolution at(List<String> struck);
  }

  private Resolution on(Target target, Strike strike) {
    return switch (target) {
      case Target.Leader l -> one(roles.leader(), "leader", strike);
      case Target.Follower f ->
          roles.leader().isEmpty()
              ? new Resolution.Nobody("leader")
              : one(firstBut(roles.leader().stream().toList()), "follower", strike);
      case Target.LeaderAnd l -> withLeader(l.followers(), strike);
      case Target.Bystander b -> one(firstBut(spoken()), "bystander", strike);
      case Target.One o -> strike.at(drawn(1));
      case Target.Minority m -> strike.at(drawn(mayFail()));
      case Target.LeaderMinority m -> withLeader(mayFail() - 1, strike);
      case Target.Majority m -> strike.at(drawn(nodes.size() / 2 + 1));
      case Target.All a -> strike.at(nodes);
      case Target.Named n -> strike.at(n.nodes());
    };
  }

  private static Resolution one(Optional<String> node, String role, Strike strike) {
    return node.map(n -> strike.at(List.of(n))).orElseGet(() -> new Resolution.Nobody(role));
  }

  private Optional<String> firstBut(List<String> others) {
    return shuffled().stream().filter(node -> !others.contains(node)).findFirst();
  }

  /** Those who have a part already. */
  private List<String> spoken() {
    List<String> some = new ArrayList<>(struck);
    roles.leader().ifPresent(some::add);
    return some;
  }

  private int mayFail() {
    return (nodes.size() - 1) / 2;
  }

  private Resolution withLeader(int followers, Strike strike) {
    return roles
        .leader()
        .map(leader -> strike.at(leaderAnd(leader, followers)))
        .orElseGet(() -> new Resolution.Nobody("leader"));
  }

  private List<String> leaderAnd(String leader, int followers) {
    List<String> more =
        shuffled().stream().filter(node -> !node.equals(leader)).limit(followers).toList();
    return nodes.stream().filter(node -> node.equals(leader) || more.contains(node)).toList();
  }

  private List<String> drawn(int count) {
    List<String> some = shuffled().subList(0, count);
    return nodes.stream().filter(some::contains).toList();
  }

  private List<String> smallerHalf() {
    return drawn(nodes.size() / 2);
  }

  private List<String> shuffled() {
    return random.shuffled(nodes);
  }

  private Resolution isolate(List<String> struck, boolean withClients) {
    return island("isolate", struck, withClients);
  }

  private Resolution island(String shape, List<String> struck, boolean withClients) {
    List<String> named = new ArrayList<>(struck);
    if (withClients) {
      struck.forEach(node -> named.add(Grudges.clientsBeside(node)));
    }
    String name = shape + " " + String.join(" ", named);
    return resolved(
        new Fault.Partition(name, Grudges.island(nodes, struck, withClients)), minority(struck));
  }

  /** A cut strikes the side that it leaves without a majority. */
  private List<String> minority(List<String> side) {
    return side.size() > nodes.size() / 2
        ? nodes.stream().filter(node -> !side.contains(node)).toList()
        : side;
  }

  private static Resolution everywhere(String name, List<Link> links) {
    return resolved(new Fault.Partition(name, links), List.of());
  }

  private static Resolution bridge(List<String> order) {
    String middle = order.get(order.size() / 2);
    return everywhere("bridge over " + middle, Grudges.bridge(order));
  }

  private Resolution oneWay(List<String> struck, boolean outbound) {
    String name = (outbound ? "one-way from " : "one-way to ") + String.join(" ", struck);
    return resolved(
        new Fault.Partition(name, Grudges.oneWay(nodes, struck, outbound)), minority(struck));
  }

  private Resolution cut(List<Link> links) {
    String name = "cut of " + links.size() + " links";
    return resolved(new Fault.Partition(name, links), Sides.minority(nodes, links));
  }

  private Resolution slow(FaultSpec.Slow spec, List<String> struck) {
    List<Link> links = Grudges.touching(nodes, struck);
    long delay = spec.delay().toNanos();
    return resolved(new Fault.Delay(links, delay, spec.jitter().toNanos()), struck);
  }

  private Resolution unreliable(FaultSpec.Unreliable spec, List<String> struck) {
    List<Link> links = Grudges.touching(nodes, struck);
    long reorder = spec.reorder().toNanos();
    return resolved(
        new Fault.Unreliable(
            links, spec.lossPercent(), spec.duplicatePercent(), reorder, spec.latePercent()),
        struck);
  }

  private static Resolution resolved(Fault fault, List<String> struck) {
    return new Resolution.Resolved(fault, struck);
  }
}
