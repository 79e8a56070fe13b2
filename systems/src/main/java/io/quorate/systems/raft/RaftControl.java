package io.quorate.systems.raft;

import io.quorate.cluster.Site;
import io.quorate.cluster.World;
import io.quorate.history.Evidence;
import io.quorate.history.Link;
import io.quorate.nemesis.NodeView;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.systems.ControlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Observes and probes a raft cluster: each node over a tunnel of its own, each client group over a
 * standing line to each node. Times of views are nanoseconds since this was opened.
 */
final class RaftControl implements ControlPath {
  private final Map<String, ControlLine> nodes = new TreeMap<>();
  private final Map<Link, ProbeLine> lines = new TreeMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("control-", 0).factory());
  private final long openedNanos = System.nanoTime();
  private final AtomicLong nonces;

  RaftControl(World world, String cluster, long seed) {
    RaftFraming framing = new RaftFraming(cluster);
    for (Site site : world.sites()) {
      nodes.put(site.node(), new ControlLine(site, cluster, framing));
    }
    for (Site from : world.sites()) {
      for (String node : nodes.keySet()) {
        lines.put(
            new Link(from.clients(), node),
            new ProbeLine(from.clients(), world.dial(from.clients(), node), cluster, framing));
      }
    }
    nonces = new AtomicLong(new SplittableRandom(seed).nextLong() >>> 1 | 1);
  }

  /** Asks all nodes at once, and opens the standing lines to those that answer. */
  @Override
  public List<NodeView> observe() {
    List<CompletableFuture<NodeView>> asked = new ArrayList<>();
    nodes
        .values()
        .forEach(node -> asked.add(CompletableFuture.supplyAsync(() -> view(node), threads)));
    return asked.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public synchronized List<Evidence.Probe> probe(List<Link> links) {
    return new ProbeRound(nodes, lines, this::nextNonce).run(links);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    nodes.values().forEach(ControlLine::close);
    lines.values().forEach(ProbeLine::close);
  }

  private long nextNonce() {
    return nonces.getAndIncrement();
  }

  private NodeView view(ControlLine node) {
    String name = node.site().node();
    ClientResponse answer = node.ask(ClientRequest.Status::new).orElse(null);
    long at = System.nanoTime() - openedNanos;
    if (!(answer instanceof ClientResponse.Status status)) {
      return NodeView.silent(name, at);
    }
    openLinesTo(name);
    return new NodeView(
        name,
        true,
        NodeView.Role.valueOf(status.roleName()),
        status.term(),
        status.commit(),
        status.applied(),
        at);
  }

  /** So that they stand before the first cut, and again after a restart. */
  private void openLinesTo(String node) {
    lines.forEach((link, line) -> {
      if (link.to().equals(node) && !line.isEstablished()) {
        threads.execute(() -> line.send(nextNonce()));
      }
    });
  }
}
