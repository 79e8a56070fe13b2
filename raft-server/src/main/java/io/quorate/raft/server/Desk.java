package io.quorate.raft.server;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.protocol.ClientRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of clients that are not answered yet, by the ticket the core knows them under. */
final class Desk {
  /**
   * An open request.
   *
   * @param connection where the answer goes
   * @param id the client's own
   * @param read what is read, or null when it is a command
   */
  record Open(long connection, long id, @Nullable ClientRequest read) {}

  private final int maxProposals;
  private final int maxReads;
  private final Map<Long, Open> open = new HashMap<>();
  private long tickets;
  private int reads;
  private long readsTaken;

  Desk(Limits limits) {
    maxProposals = limits.maxProposals();
    maxReads = limits.maxReads();
  }

  boolean takesReads() {
    return reads < maxReads;
  }

  boolean takesProposals() {
    return open.size() - reads < maxProposals;
  }

  long read(long connection, ClientRequest request) {
    reads++;
    readsTaken++;
    return put(new Open(connection, request.id(), request));
  }

  long propose(long connection, long id) {
    return put(new Open(connection, id, null));
  }

  /** Takes out a request that is being answered. Each is answered once. */
  Open close(long ticket) {
    Open request = open.remove(ticket);
    if (request == null) {
      throw new BrokenLaw("a request is answered once, ticket " + ticket);
    }
    if (request.read() != null) {
      reads--;
    }
    return request;
  }

  /** Commands taken so far. */
  long proposalsTaken() {
    return tickets - readsTaken;
  }

  /** Reads taken so far. */
  long readsTaken() {
    return readsTaken;
  }

  /** Requests that are not answered yet. */
  int open() {
    return open.size();
  }

  private long put(Open request) {
    open.put(++tickets, request);
    return tickets;
  }
}
