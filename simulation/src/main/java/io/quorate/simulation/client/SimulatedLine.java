package io.quorate.simulation.client;

import io.quorate.history.Link;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.List;

/** One connection of a worker to a node. Used until it fails or is closed, and never again. */
final class SimulatedLine {
  private static final long CONNECT_TIMEOUT_NANOS = 1_000_000_000L;

  /** Takes what becomes of a line. */
  interface Listener {
    void received(SimulatedLine line, byte[] frame);

    /** The line is dead. */
    void lost(SimulatedLine line, boolean surelyUnsent);
  }

  private enum State {
    CONNECTING,
    OPEN,
    DEAD
  }

  private final long id;
  private final String node;
  private final Link out;
  private final SimulatedCluster cluster;
  private final Wires wires;
  private final Listener listener;
  private final List<byte[]> unsent = new ArrayList<>();
  private State state = State.CONNECTING;
  private long process;
  private boolean wrote;

  SimulatedLine(long id, Link out, SimulatedCluster cluster, Wires wires, Listener listener) {
    this.id = id;
    this.node = out.to();
    this.out = out;
    this.cluster = cluster;
    this.wires = wires;
    this.listener = listener;
  }

  long id() {
    return id;
  }

  String node() {
    return node;
  }

  /** Begins to connect; frames handed over meanwhile are sent once connected. */
  void connect(Agenda agenda) {
    wires.carry(out, this::knock);
    agenda.after(
        CONNECT_TIMEOUT_NANOS,
        () -> {
          if (state == State.CONNECTING) {
            lost();
          }
        });
  }

  /** A machine without the process refuses; a stopped process has a kernel that accepts. */
  private void knock() {
    long there = cluster.process(node);
    if (cluster.up(node)) {
      wires.carry(out.reversed(), () -> accepted(there));
    } else {
      wires.carry(out.reversed(), this::lost);
    }
  }

  private void accepted(long by) {
    if (state == State.CONNECTING) {
      state = State.OPEN;
      process = by;
      unsent.forEach(this::transmit);
      unsent.clear();
    }
  }

  void send(byte[] frame) {
    if (state == State.CONNECTING) {
      unsent.add(frame);
    } else {
      transmit(frame);
    }
  }

  private void transmit(byte[] frame) {
    wrote = true;
    ClientRequest request = decoded(frame);
    wires.carry(
        out,
        () -> {
          if (cluster.process(node) == process) {
            cluster.ask(node, id, request);
          } else {
            wires.carry(out.reversed(), this::lost);
          }
        });
  }

  private static ClientRequest decoded(byte[] frame) {
    try {
      return RequestFrames.decode(frame);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException("a session sent what is no request", e);
    }
  }

  /** The node's process answers. */
  void answered(ClientResponse response) {
    byte[] frame = ResponseFrames.encode(response);
    wires.carry(
        out.reversed(),
        () -> {
          if (state == State.OPEN) {
            listener.received(this, frame);
          }
        });
  }

  /** The node's process is gone; its machine closes the connection. */
  void gone() {
    wires.carry(out.reversed(), this::lost);
  }

  private void lost() {
    if (state != State.DEAD) {
      state = State.DEAD;
      listener.lost(this, !wrote);
    }
  }

  /** Ends the connection; nothing is heard of it any more. */
  void close() {
    if (state != State.DEAD) {
      state = State.DEAD;
      wires.carry(
          out,
          () -> {
            if (cluster.process(node) == process) {
              cluster.clientGone(node, id);
            }
          });
    }
  }
}
