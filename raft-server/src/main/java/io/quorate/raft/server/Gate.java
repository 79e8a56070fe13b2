package io.quorate.raft.server;

import io.quorate.raft.port.Network;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds back what promises something until the write it rests on is durable. */
final class Gate {
  private sealed interface Held {
    long after();

    record Message(long after, String to, PeerMessage message) implements Held {}

    record Answer(long after, long connection, ClientResponse response) implements Held {}
  }

  private final Network network;
  private final int limit;
  private final Deque<Held> held = new ArrayDeque<>();
  private long durable;

  /**
   * An empty gate.
   *
   * @param limit messages held at most; further ones to peers are dropped, as a network may do.
   *     Answers are bounded by the requests that are open
   */
  Gate(Network network, int limit) {
    this.network = network;
    this.limit = limit;
  }

  void send(String to, PeerMessage message, long after) {
    if (after <= durable) {
      network.send(to, message);
    } else if (held.size() < limit) {
      held.add(new Held.Message(after, to, message));
    }
  }

  void answer(long connection, ClientResponse response, long after) {
    if (after <= durable) {
      network.answer(connection, response);
    } else {
      held.add(new Held.Answer(after, connection, response));
    }
  }

  /** Everything up to this sequence number is durable: lets go what waited for it. */
  void open(long sequence) {
    durable = Math.max(durable, sequence);
    while (!held.isEmpty() && held.element().after() <= durable) {
      switch (held.remove()) {
        case Held.Message message -> network.send(message.to(), message.message());
        case Held.Answer answer -> network.answer(answer.connection(), answer.response());
      }
    }
  }
}
