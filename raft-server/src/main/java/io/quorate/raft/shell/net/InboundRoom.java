package io.quorate.raft.shell.net;

import io.quorate.raft.port.Event;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.protocol.Secret;
import io.quorate.raft.protocol.SecretFrames;
import io.quorate.raft.protocol.Wire;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All connections that others dialled: who may come in, how many, and where their words go. */
final class InboundRoom {
  /** Who wants to know that a peer is alive. */
  interface PeerWatch {
    /** {@code peer} said hello on a new connection. */
    void dialled(String peer);

    /** A message came from {@code peer}. */
    void heard(String peer);
  }

  private final Settings settings;
  private final ServerLog log;
  private final Consumer<Event> events;
  private final PeerWatch watch;
  private final Computing computing;
  private final BooleanSupplier busy;
  private final TreeMap<Long, Inbound> connections = new TreeMap<>();
  private final TreeMap<String, Inbound> peers = new TreeMap<>();
  private final Set<Inbound> strangers = new LinkedHashSet<>();
  private final SecureRandom nonces = new SecureRandom();
  private final Set<Inbound> unsent = new LinkedHashSet<>();
  private final EnumMap<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
  private long nextNumber = 1;
  private int openRequests;

  InboundRoom(
      Settings settings,
      ServerLog log,
      Consumer<Event> events,
      PeerWatch watch,
      BooleanSupplier busy,
      Computing computing) {
    this.settings = settings;
    this.log = log;
    this.events = events;
    this.watch = watch;
    this.busy = busy;
    this.computing = computing;
  }

  /** Takes every connection that waits at {@code listener}. */
  void accept(ServerSocketChannel listener, Selector selector, long nowNanos) throws IOException {
    for (SocketChannel c = listener.accept(); c != null; c = listener.accept()) {
      if (connections.size() >= NetLimits.INBOUND_CONNECTIONS) {
        count(Refusal.CROWD);
        log.say("connection-refused", "reason", "too many connections");
        c.close();
        continue;
      }
      c.configureBlocking(false);
      c.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = c.register(selector, SelectionKey.OP_READ);
      Layer layer = Layer.answering(c, settings.tls(), computing);
      Inbound inbound = new Inbound(nextNumber++, this, layer, key, nowNanos);
      key.attach(inbound);
      connections.put(inbound.number(), inbound);
      strangers.add(inbound);
    }
  }

  /** A fresh challenge for whoever dialled; null when the cluster has no secret. */
  byte @Nullable [] challenge() {
    if (settings.secret() == null) {
      return null;
    }
    byte[] nonce = new byte[Secret.NONCE_BYTES];
    nonces.nextBytes(nonce);
    return nonce;
  }

  /** Judges a proof and returns the welcome; MalformedFrameException when it does not hold. */
  byte[] judge(byte[] challenge, byte[] hello, byte[] proof) {
    return SecretFrames.welcome(Objects.requireNonNull(settings.secret()), challenge, hello, proof);
  }

  void hasToSay(Inbound inbound) {
    unsent.add(inbound);
  }

  void count(Refusal refusal) {
    refusals.merge(refusal, 1L, Long::sum);
  }

  /** How many connections were closed for each reason; those that never held are left out. */
  Map<Refusal, Long> refusals() {
    return Map.copyOf(refusals);
  }

  /** Judges a hello; MalformedFrameException with the reason when it is not for us. */
  void welcome(Inbound inbound, Hello hello) {
    require(hello.cluster().equals(settings.cluster()), "this is cluster " + settings.cluster());
    String to = hello.to();
    require(to == null || to.equals(settings.id()), "this is node " + settings.id());
    if (hello.kind() == Hello.Kind.PEER) {
      require(settings.peers().containsKey(hello.from()), "no peer is called so");
      Inbound older = peers.put(hello.from(), inbound);
      if (older != null) {
        older.close("replaced by a newer connection");
      }
      watch.dialled(hello.from());
    }
    strangers.remove(inbound);
  }

  void fromPeer(String from, PeerMessage message) {
    watch.heard(from);
    events.accept(new Event.FromPeer(from, message));
  }

  void fromClient(long number, ClientRequest request) {
    if (request instanceof ClientRequest.ProbePeers probe) {
      pushToProbers(probe.nonce());
    }
    openRequests++;
    events.accept(new Event.FromClient(number, request));
  }

  /** Returns why {@code request} cannot be taken now, or null. */
  @Nullable String refusal(ClientRequest request) {
    if (openRequests >= NetLimits.OPEN_REQUESTS) {
      return "too many open requests at this server";
    }
    return switch (request) {
      case ClientRequest.Write r -> busy.getAsBoolean() ? "the disk is behind" : null;
      case ClientRequest.Execute r -> busy.getAsBoolean() ? "the disk is behind" : null;
      case ClientRequest.Scan r -> null;
      case ClientRequest.CompareAndSet r -> busy.getAsBoolean() ? "the disk is behind" : null;
      case ClientRequest.Read r -> null;
      case ClientRequest.TransferLeadership r -> null;
      case ClientRequest.Reconfigure r -> null;
      case ClientRequest.Status r -> null;
      case ClientRequest.Probe r -> null;
      case ClientRequest.ProbePeers r -> null;
      case ClientRequest.ProbeAccount r -> null;
    };
  }

  /** The way from here to clients is probed too: over connections that stood before it was cut. */
  private void pushToProbers(long nonce) {
    ClientResponse push =
        new ClientResponse.ProbeAccount(
            Wire.CONNECTION_ID, List.of(new ClientResponse.Arrival(settings.id(), nonce)));
    for (Inbound inbound : List.copyOf(connections.values())) {
      if (inbound.isProber()) {
        inbound.push(push);
        unsent.add(inbound);
      }
    }
  }

  void refused(Inbound inbound, ClientResponse refusal) {
    inbound.answer(refusal);
    unsent.add(inbound);
  }

  /** An answer of the server, dropped when the client is gone. */
  void answer(long number, ClientResponse response) {
    Inbound inbound = connections.get(number);
    if (inbound != null) {
      openRequests--;
      inbound.answer(response);
      unsent.add(inbound);
    }
  }

  void left(Inbound inbound, int open, String reason) {
    connections.remove(inbound.number());
    strangers.remove(inbound);
    unsent.remove(inbound);
    Hello hello = inbound.hello();
    if (hello == null) {
      log.say("stranger-left", "reason", reason);
      return;
    }
    switch (hello.kind()) {
      case PEER -> {
        if (peers.remove(hello.from(), inbound)) {
          events.accept(new Event.PeerGone(hello.from()));
        }
        log.say("peer-left", "peer", hello.from(), "reason", reason);
      }
      case CLIENT -> {
        openRequests -= open;
        events.accept(new Event.ClientGone(inbound.number()));
      }
    }
  }

  /** Closes strangers whose time is over. */
  void tick(long nowNanos, ByteBuffer scratch) {
    List<Inbound> overdue = new ArrayList<>(strangers);
    overdue.removeIf(stranger -> !stranger.isOverdue(nowNanos));
    overdue.forEach(stranger -> stranger.expire(scratch));
  }

  void flush(ByteBuffer scratch) {
    List<Inbound> all = new ArrayList<>(unsent);
    unsent.clear();
    all.forEach(inbound -> inbound.flush(scratch));
  }

  boolean hasStrangers() {
    return !strangers.isEmpty();
  }

  void close() {
    List.copyOf(connections.values()).forEach(inbound -> inbound.close("stopping"));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedFrameException(otherwise);
    }
  }
}
