package io.quorate.raft.server;

import io.quorate.raft.protocol.ClientResponse.Arrival;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The account of probes: the last nonces that arrived, and from whom. */
final class ProbeLog {
  private final int limit;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();

  ProbeLog(int limit) {
    this.limit = limit;
  }

  void arrived(String from, long nonce) {
    if (arrivals.size() == limit) {
      arrivals.remove();
    }
    arrivals.add(new Arrival(from, nonce));
  }

  List<Arrival> newestLast() {
    return List.copyOf(arrivals);
  }
}
