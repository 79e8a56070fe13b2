package io.quorate.systems.raft;

import io.quorate.history.Evidence.Probe;
import io.quorate.history.Link;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.ClientResponse.Arrival;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One nonce along each of some links, and a look at who received it.
 *
 * <p>From node to node: the sender is told over its control line, the receiver's account is read
 * over its own. From a client group to a node: over the group's standing line. From a node to a
 * group: pushed by the node over that line, which must have stood before. A link whose sender could
 * not be told, or whose receiver could not be asked, is left out: nothing is known of it.
 */
final class ProbeRound {
  /** How long a nonce may take; what has not arrived then did not arrive. */
  static final long ARRIVAL_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** No nonce: the node could not be told to send one. */
  private static final long NOT_TOLD = 0;

  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Map<String, ControlLine> nodes;
  private final Map<Link, ProbeLine> lines;
  private final LongSupplier nonces;
  private final Map<Link, Long> sent = new TreeMap<>();
  private final Map<Link, Boolean> arrived = new TreeMap<>();

  /**
   * A round that has not begun.
   *
   * @param lines the standing line of each client group to each node, by the link towards the node
   * @param nonces never the same number twice
   */
  ProbeRound(Map<String, ControlLine> nodes, Map<Link, ProbeLine> lines, LongSupplier nonces) {
    this.nodes = nodes;
    this.lines = lines;
    this.nonces = nonces;
  }

  List<Probe> run(Collection<Link> links) {
    Set<Link> wanted = new TreeSet<>(links);
    wanted.forEach(this::sendFromClients);
    awaitLinesFor(wanted);
    sendFromNodes(wanted);
    long end = System.nanoTime() + ARRIVAL_LIMIT_NANOS;
    look();
    while (arrived.containsValue(false) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
      look();
    }
    List<Probe> probes = new ArrayList<>();
    arrived.forEach((link, yes) -> probes.add(new Probe(link, yes)));
    return probes;
  }

  private void sendFromClients(Link link) {
    ProbeLine line = lines.get(link);
    if (line != null) {
      long nonce = nonces.getAsLong();
      if (line.send(nonce)) {
        sent.put(link, nonce);
      }
    }
  }

  /** A line just opened needs a moment until the node can push nonces along it. */
  private void awaitLinesFor(Set<Link> wanted) {
    List<ProbeLine> needed = new ArrayList<>();
    for (Link link : wanted) {
      ProbeLine line = lines.get(link.reversed());
      if (line != null && !line.isEstablished() && line.send(nonces.getAsLong())) {
        needed.add(line);
      }
    }
    long end = System.nanoTime() + ARRIVAL_LIMIT_NANOS;
    while (!needed.stream().allMatch(ProbeLine::isEstablished) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  private void sendFromNodes(Set<Link> wanted) {
    Map<String, Long> told = new TreeMap<>();
    for (Link link : wanted) {
      ControlLine sender = nodes.get(link.from());
      if (sender == null) {
        continue;
      }
      long nonce = told.computeIfAbsent(link.from(), from -> tell(sender));
      ProbeLine back = lines.get(link.reversed());
      boolean canArrive = back == null ? nodes.containsKey(link.to()) : back.isEstablished();
      if (nonce != NOT_TOLD && canArrive) {
        sent.put(link, nonce);
      }
    }
  }

  private long tell(ControlLine sender) {
    long nonce = nonces.getAsLong();
    return sender
        .ask(id -> new ClientRequest.ProbePeers(id, nonce))
        .filter(ClientResponse.Ok.class::isInstance)
        .map(ok -> nonce)
        .orElse(NOT_TOLD);
  }

  private void look() {
    Map<String, Optional<List<Arrival>>> accounts = new TreeMap<>();
    sent.forEach((link, nonce) -> {
      if (arrived.getOrDefault(link, false)) {
        return;
      }
      ProbeLine back = lines.get(link.reversed());
      if (back != null) {
        arrived.put(link, back.hasReceived(nonce));
        return;
      }
      ControlLine receiver = nodes.get(link.to());
      if (receiver != null) {
        Optional<List<Arrival>> account =
            accounts.computeIfAbsent(link.to(), to -> accountOf(receiver));
        judge(link, nonce, account);
      }
    });
  }

  private void judge(Link link, long nonce, Optional<List<Arrival>> account) {
    if (account.isPresent()) {
      arrived.put(link, account.get().contains(new Arrival(link.from(), nonce)));
    } else {
      arrived.remove(link);
    }
  }

  private static Optional<List<Arrival>> accountOf(ControlLine receiver) {
    return receiver
        .ask(ClientRequest.ProbeAccount::new)
        .filter(ClientResponse.ProbeAccount.class::isInstance)
        .map(answer -> ((ClientResponse.ProbeAccount) answer).arrivals());
  }
}
