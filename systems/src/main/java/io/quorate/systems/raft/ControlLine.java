package io.quorate.systems.raft;

import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Site;
import io.quorate.cluster.Tunnel;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way to ask one node over a tunnel: one question at a time, opened when needed, thrown away
 * when it fails or an answer does not come in time.
 */
final class ControlLine implements AutoCloseable {
  /** Longest wait for one answer. A paused node accepts connections and is silent. */
  static final int ANSWER_LIMIT_MILLIS = 500;

  /** Answers to earlier questions skipped before a line is given up. */
  private static final int SKIPPED_LIMIT = 64;

  private static final String NAME = "control";

  private final Site site;
  private final String cluster;
  private final RaftFraming framing;
  private @Nullable Tunnel tunnel;
  private @Nullable Socket socket;
  private long nextId = 1;
  private boolean closed;

  ControlLine(Site site, String cluster, RaftFraming framing) {
    this.site = site;
    this.cluster = cluster;
    this.framing = framing;
  }

  Site site() {
    return site;
  }

  /** Asks, and returns the answer; empty when the node or its host does not answer in time. */
  synchronized Optional<ClientResponse> ask(LongFunction<ClientRequest> question) {
    if (closed) {
      return Optional.empty();
    }
    try {
      long id = nextId++;
      Socket open = connected();
      open.getOutputStream().write(RequestFrames.encode(question.apply(id)));
      return Optional.of(answer(open, id));
    } catch (IOException | MalformedFrameException | RemoteException e) {
      hangUp();
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp();
    if (tunnel != null) {
      tunnel.close();
      tunnel = null;
    }
  }

  private ClientResponse answer(Socket open, long id) throws IOException {
    for (int skipped = 0; skipped < SKIPPED_LIMIT; skipped++) {
      byte[] frame = framing.read(open.getInputStream());
      if (frame == null) {
        throw new IOException(site.node() + " closed the connection");
      }
      ClientResponse response = ResponseFrames.decode(frame);
      if (response.id() == id) {
        return response;
      }
    }
    throw new IOException(site.node() + " answers other questions");
  }

  private Socket connected() throws IOException {
    Socket open = socket;
    if (open == null) {
      if (tunnel == null) {
        tunnel = site.remote().openTunnel(RaftSystem.controlAddress(site).port());
      }
      open = new Socket();
      socket = open;
      open.setTcpNoDelay(true);
      open.setSoTimeout(ANSWER_LIMIT_MILLIS);
      open.connect(tunnel.entrance(), ANSWER_LIMIT_MILLIS);
      open.getOutputStream().write(HelloFrames.encode(Hello.client(cluster, NAME)));
    }
    return open;
  }

  private void hangUp() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      Sockets.close(open);
    }
  }
}
