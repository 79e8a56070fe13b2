package io.quorate.trial;

import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.nemesis.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reads that a schedule directs at certain nodes, through the clients beside them. */
final class DirectedReads {
  private final List<String> nodes;
  private final Clients clients;
  private final AcknowledgedWrites writes;
  private @Nullable String preferred;

  DirectedReads(List<String> nodes, Clients clients, AcknowledgedWrites writes) {
    this.nodes = nodes;
    this.clients = clients;
    this.writes = writes;
  }

  /** From now on reads this key. */
  void prefer(@Nullable String key) {
    preferred = key == null ? preferred : key;
  }

  /** Returns the key to read: the one a wait ended with, else the one changed last, else null. */
  @Nullable String key() {
    return preferred != null ? preferred : writes.latestKey();
  }

  /** Returns the indices of the nodes at {@code place}. */
  List<Integer> nodesAt(Step.Place place, FaultsInForce inForce) {
    return switch (place) {
      case Step.Place.Everywhere e -> IntStream.range(0, nodes.size()).boxed().toList();
      case Step.Place.Struck s -> {
        InForce fault = inForce.named(s.as());
        yield fault == null ? List.of() : fault.struck().stream().map(nodes::indexOf).toList();
      }
    };
  }

  /** Starts a read at each of these nodes whose reader is not still waiting for the last one. */
  void direct(long now, List<Integer> at, String key, Outbox out) {
    for (int node : at) {
      int slot = clients.readerBeside(node);
      if (!clients.busy(slot)) {
        Invocation read = new Invocation(AcknowledgedWrites.READ, key, Value.NIL);
        clients.start(now, slot, read, now, nodes.get(node), out);
      }
    }
  }
}
