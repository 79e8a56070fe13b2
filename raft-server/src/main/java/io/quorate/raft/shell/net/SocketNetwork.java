package io.quorate.raft.shell.net;

import io.quorate.raft.port.Event;
import io.quorate.raft.port.Network;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The server's network over one selector: {@link #poll} takes what has come and hands it on as
 * events, {@link #flush} sends what was gathered. One thread calls everything but {@link #wakeUp}.
 */
public final class SocketNetwork implements Network, Closeable {
  private static final int BACKLOG = 256;
  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
  private static final long TICK_FOR_STRANGERS_NANOS = 1_000_000_000L;

  private final Selector selector;
  private final Aside aside;
  private final LongSupplier nanoClock;
  private final InboundRoom inbound;
  private final TreeMap<String, PeerLink> links = new TreeMap<>();
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(NetLimits.SCRATCH_BYTES);
  private final List<InetSocketAddress> bound;

  private SocketNetwork(
      Settings settings,
      ServerLog log,
      Consumer<Event> events,
      BooleanSupplier busy,
      LongSupplier nanoClock)
      throws IOException {
    this.selector = Selector.open();
    this.aside = new Aside(selector);
    this.nanoClock = nanoClock;
    this.inbound = new InboundRoom(settings, log, events, new Watch(), busy, aside);
    long now = nanoClock.getAsLong();
    for (String peer : settings.peers().keySet()) {
      links.put(peer, new PeerLink(selector, aside, log, settings, peer, now));
    }
    List<InetSocketAddress> all = new ArrayList<>();
    for (Endpoint at : settings.listen()) {
      all.add(listen(selector, at));
    }
    this.bound = List.copyOf(all);
  }

  /**
   * Listens where {@code settings} say, and begins to dial the peers at the first poll.
   *
   * @param events takes FromPeer, FromClient and ClientGone during {@link #poll}
   * @param busy whether new writes are to be refused for load
   * @param nanoClock the monotonic clock
   * @throws IOException when an address cannot be listened at
   */
  public static SocketNetwork open(
      Settings settings,
      ServerLog log,
      Consumer<Event> events,
      BooleanSupplier busy,
      LongSupplier nanoClock)
      throws IOException {
    return new SocketNetwork(settings, log, events, busy, nanoClock);
  }

  /** Returns where it listens, with the real ports, in the order of the settings. */
  public List<InetSocketAddress> bound() {
    return bound;
  }

  /** Returns how many connections were refused for which reason; the others are left out. */
  public Map<Refusal, Long> refusals() {
    return inbound.refusals();
  }

  /** Waits at most {@code timeoutNanos} for something to come, and hands it on. */
  public void poll(long timeoutNanos) throws IOException {
    aside.deliver();
    long wait = Math.max(0, Math.min(timeoutNanos, tick(nanoClock.getAsLong())));
    if (wait == 0) {
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, (wait + 999_999) / 1_000_000);
    }
  }

  /** Sends what was gathered, as far as the connections take it. */
  public void flush() {
    long now = nanoClock.getAsLong();
    links.values().forEach(link -> link.flush(scratch, now));
    inbound.flush(scratch);
  }

  /** Ends a waiting {@link #poll}. From any thread. */
  public void wakeUp() {
    selector.wakeup();
  }

  /** To a server whose address nobody told, as to one that cannot be reached: nothing arrives. */
  @Override
  public void send(String to, PeerMessage message) {
    PeerLink link = links.get(to);
    if (link != null) {
      link.send(message, nanoClock.getAsLong());
    }
  }

  @Override
  public void answer(long connection, ClientResponse response) {
    inbound.answer(connection, response);
  }

  @Override
  public void close() throws IOException {
    inbound.flush(scratch);
    inbound.close();
    links.values().forEach(PeerLink::close);
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    aside.close();
    selector.close();
  }

  /** Tells the link to a peer what its own connection shows: that it is alive. */
  private final class Watch implements InboundRoom.PeerWatch {
    @Override
    public void dialled(String peer) {
      link(peer).peerDialled(nanoClock.getAsLong());
    }

    @Override
    public void heard(String peer) {
      link(peer).heard();
    }
  }

  private PeerLink link(String peer) {
    PeerLink link = links.get(peer);
    if (link == null) {
      throw new IllegalArgumentException("no peer is called " + peer);
    }
    return link;
  }

  private long tick(long nowNanos) throws IOException {
    inbound.tick(nowNanos, scratch);
    long wait = inbound.hasStrangers() ? TICK_FOR_STRANGERS_NANOS : LONGEST_WAIT_NANOS;
    for (PeerLink link : links.values()) {
      wait = Math.min(wait, link.tick(nowNanos) - nowNanos);
    }
    return wait;
  }

  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    long now = nanoClock.getAsLong();
    try {
      if (key.isAcceptable()) {
        inbound.accept((ServerSocketChannel) key.channel(), selector, now);
      } else {
        ((Selected) key.attachment()).ready(key, scratch, now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a listener failed", e);
    }
  }

  private static InetSocketAddress listen(Selector selector, Endpoint at) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    listener.configureBlocking(false);
    try {
      listener.bind(at.resolve(), BACKLOG);
    } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
      listener.close();
      throw new IOException("cannot listen at " + at + ": " + e.getMessage(), e);
    }
    listener.register(selector, SelectionKey.OP_ACCEPT);
    return (InetSocketAddress) listener.getLocalAddress();
  }
}
