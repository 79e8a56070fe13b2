package io.quorate.systems.raft;

import io.quorate.cluster.Address;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A standing connection of a client group to a node, over the very listener that the group's
 * clients use. Nonces go along it one way, and the node pushes others back the other way: so each
 * direction is proven apart from the other, over a stream that stood before it was cut.
 */
final class ProbeLine implements AutoCloseable {
  private static final int CONNECT_LIMIT_MILLIS = 300;
  private static final int NONCES_LIMIT = 1024;

  private final String group;
  private final Address address;
  private final String cluster;
  private final RaftFraming framing;
  private final Deque<Long> pushed = new ArrayDeque<>();
  private @Nullable Socket socket;
  private long generation;
  private boolean established;
  private boolean closed;
  private long nextId = 1;

  ProbeLine(String group, Address address, String cluster, RaftFraming framing) {
    this.group = group;
    this.address = address;
    this.cluster = cluster;
    this.framing = framing;
  }

  /** Sends a nonce towards the node, connecting first when needed. False when it cannot leave. */
  synchronized boolean send(long nonce) {
    try {
      Socket open = connected();
      ClientRequest probe = new ClientRequest.Probe(nextId++, group, nonce);
      open.getOutputStream().write(RequestFrames.encode(probe));
      return true;
    } catch (IOException e) {
      hangUp();
      return false;
    }
  }

  /** Whether this connection has carried a nonce there and an answer back since it was opened. */
  synchronized boolean isEstablished() {
    return established;
  }

  /** Whether the node's nonce has come over this line. */
  synchronized boolean hasReceived(long nonce) {
    return pushed.contains(nonce);
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp();
  }

  private Socket connected() throws IOException {
    Socket open = socket;
    if (closed) {
      throw new IOException("closed");
    }
    if (open == null) {
      open = new Socket();
      socket = open;
      open.setTcpNoDelay(true);
      open.connect(address.resolve(), CONNECT_LIMIT_MILLIS);
      open.getOutputStream().write(HelloFrames.encode(Hello.client(cluster, group)));
      Socket fresh = open;
      long own = ++generation;
      Thread.ofVirtual().name("probe-" + group).start(() -> listen(fresh, own));
    }
    return open;
  }

  private void listen(Socket open, long own) {
    try {
      byte[] frame = framing.read(open.getInputStream());
      while (frame != null) {
        received(own, ResponseFrames.decode(frame));
        frame = framing.read(open.getInputStream());
      }
      lost(own);
    } catch (IOException | MalformedFrameException e) {
      lost(own);
    }
  }

  private synchronized void received(long from, ClientResponse response) {
    if (from != generation) {
      return;
    }
    switch (response) {
      case ClientResponse.Ok r -> established = true;
      case ClientResponse.ProbeAccount r -> r.arrivals().forEach(a -> remember(a.nonce()));
      case ClientResponse.Value r -> {}
      case ClientResponse.No r -> {}
      case ClientResponse.NotLeader r -> {}
      case ClientResponse.Refused r -> {}
      case ClientResponse.Unknown r -> {}
      case ClientResponse.Opened r -> {}
      case ClientResponse.Page r -> {}
      case ClientResponse.Status r -> {}
    }
  }

  private void remember(long nonce) {
    if (pushed.size() == NONCES_LIMIT) {
      pushed.remove();
    }
    pushed.add(nonce);
  }

  private synchronized void lost(long which) {
    if (which == generation) {
      hangUp();
    }
  }

  private void hangUp() {
    Socket open = socket;
    socket = null;
    established = false;
    if (open != null) {
      Sockets.close(open);
    }
  }
}
