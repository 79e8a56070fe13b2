package io.quorate.raft.shell.net;

import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.FrameWriter;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.PeerFrames;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.raft.protocol.Secret;
import io.quorate.raft.protocol.SecretFrames;
import io.quorate.raft.protocol.Wire;
import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import io.quorate.raft.shell.Tls;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What this server sends to one peer: a connection it dials, and dials again for ever.
 *
 * <p>States: waiting to dial, connecting, connected. A link that is cut stalls while connected; its
 * queue stays within its limit, the newest messages survive, and they leave at once when the link
 * heals. Nothing is ever expected to come back on it, so that the other direction may be cut alone.
 */
final class PeerLink implements Selected {
  private final Selector selector;
  private final Computing computing;
  private final ServerLog log;
  private final Endpoint address;
  private final String peer;
  private final byte[] hello;
  private final @Nullable Tls tls;

  /** Time from the connection to the last of what is {@link #lacking}. */
  private final long greetingNanos;

  private final FrameWriter queue =
      new FrameWriter(NetLimits.PEER_QUEUE_MESSAGES, NetLimits.PEER_QUEUE_BYTES);

  private final @Nullable Greeting greeting;

  /** How far the greeting on this connection is. */
  private Greeting.@Nullable Round greeted;

  private @Nullable SocketChannel channel;
  private @Nullable FrameStream stream;
  private long changedNanos;
  private long backOffNanos = NetLimits.FIRST_BACK_OFF_NANOS;
  private long silenceNanos = NetLimits.FIRST_SILENCE_NANOS;
  private boolean asked;
  private long askedNanos;
  private long dropped;

  PeerLink(
      Selector selector,
      Computing computing,
      ServerLog log,
      Settings settings,
      String peer,
      long nowNanos) {
    this.selector = selector;
    this.computing = computing;
    this.log = log;
    this.address = Objects.requireNonNull(settings.peers().get(peer));
    this.peer = peer;
    this.hello = HelloFrames.encode(Hello.peer(settings.cluster(), settings.id(), peer));
    this.tls = settings.tls();
    this.greetingNanos = tls == null ? NetLimits.CONNECT_NANOS : NetLimits.HANDSHAKE_NANOS;
    Secret secret = settings.secret();
    this.greeting = secret == null ? null : new Greeting(secret, hello);
    this.changedNanos = nowNanos - backOffNanos;
  }

  /** Queues {@code message}; the oldest ones make room. */
  void send(PeerMessage message, long nowNanos) {
    byte[] frame = PeerFrames.encode(message);
    while (!queue.offer(frame)) {
      if (!queue.dropOldest()) {
        dropped++;
        return;
      }
      dropped++;
    }
    boolean demandsAnswer =
        message instanceof PeerMessage.AppendRequest
            || message instanceof PeerMessage.PreVoteRequest;
    if (demandsAnswer && !asked) {
      asked = true;
      askedNanos = nowNanos;
    }
  }

  /** The peer said something on its own connection. */
  void heard() {
    asked = false;
    silenceNanos = NetLimits.FIRST_SILENCE_NANOS;
  }

  /** The peer dialled us anew: it is alive, and if its old way was broken, ours may be too. */
  void peerDialled(long nowNanos) {
    backOffNanos = NetLimits.FIRST_BACK_OFF_NANOS;
    boolean connected = stream != null;
    if (connected && nowNanos - changedNanos > NetLimits.FIRST_SILENCE_NANOS) {
      drop("the peer dialled anew", nowNanos);
    }
  }

  /** Does what time demands, and returns when to be called again at the latest. */
  long tick(long nowNanos) throws IOException {
    if (channel == null && nowNanos - changedNanos >= backOffNanos) {
      dial(nowNanos);
    }
    if (channel != null && stream == null && nowNanos - changedNanos >= NetLimits.CONNECT_NANOS) {
      drop("no connection in time", nowNanos);
    }
    String lacking = lacking();
    if (lacking != null && nowNanos - changedNanos >= greetingNanos) {
      drop(lacking, nowNanos);
    }
    if (stream != null && asked && nowNanos - askedNanos >= silenceNanos) {
      asked = false;
      silenceNanos = Math.min(2 * silenceNanos, NetLimits.LAST_SILENCE_NANOS);
      drop("asked, and not a word", nowNanos);
    }
    if (lacking() != null) {
      return changedNanos + greetingNanos;
    }
    if (stream != null) {
      return asked ? askedNanos + silenceNanos : nowNanos + NetLimits.LAST_SILENCE_NANOS;
    }
    return changedNanos + (channel == null ? backOffNanos : NetLimits.CONNECT_NANOS);
  }

  @Override
  public void ready(SelectionKey key, ByteBuffer scratch, long nowNanos) {
    try {
      if (key.isConnectable()) {
        connected(key, scratch, nowNanos);
      }
      if (stream != null && stream.mayRead()) {
        listen(stream, scratch, nowNanos);
      }
      if (stream != null && key.isValid() && key.isWritable()) {
        stream.write(scratch);
      }
    } catch (IOException | MalformedFrameException e) {
      drop(String.valueOf(e.getMessage()), nowNanos);
    }
  }

  /** Sends what waits, as far as the connection takes it. */
  void flush(ByteBuffer scratch, long nowNanos) {
    try {
      if (stream != null && !queue.isEmpty()) {
        stream.write(scratch);
      }
    } catch (IOException e) {
      drop(String.valueOf(e.getMessage()), nowNanos);
    }
  }

  void close() {
    if (stream != null) {
      stream.close();
    }
  }

  private void dial(long nowNanos) throws IOException {
    SocketChannel dialled = SocketChannel.open();
    channel = dialled;
    changedNanos = nowNanos;
    try {
      dialled.configureBlocking(false);
      dialled.setOption(StandardSocketOptions.TCP_NODELAY, true);
      dialled.setOption(StandardSocketOptions.SO_SNDBUF, NetLimits.PEER_SEND_BUFFER);
      dialled.connect(address.resolve());
      dialled.register(selector, SelectionKey.OP_CONNECT, this);
    } catch (IOException | UnresolvedAddressException e) {
      drop(e.toString(), nowNanos);
    }
  }

  /** The hello is the first on a fresh connection, or with a secret the answer to a challenge. */
  private void connected(SelectionKey key, ByteBuffer scratch, long nowNanos) throws IOException {
    SocketChannel fresh = (SocketChannel) key.channel();
    fresh.finishConnect();
    greeted = null;
    queue.restart();
    FrameStream opened =
        new FrameStream(
            key, Layer.dialling(fresh, tls, address, computing), Wire.CLIENT_FRAME_LIMIT, queue);
    if (greeting == null) {
      opened.begin(hello);
    }
    stream = opened;
    changedNanos = nowNanos;
    log.say("peer-connected", "peer", peer, "dropped", dropped);
    opened.write(scratch);
  }

  /** What the peer has not done yet, before which no message is sent, or null. */
  private @Nullable String lacking() {
    if (stream == null) {
      return null;
    }
    if (!stream.isReady()) {
      return "no TLS handshake in time";
    }
    return greeting != null && greeted == null ? "it asks for no secret" : null;
  }

  private void listen(FrameStream from, ByteBuffer scratch, long nowNanos) throws IOException {
    if (from.read(scratch, this::take)) {
      from.write(scratch);
    } else {
      drop("closed by the other side", nowNanos);
    }
  }

  private void take(byte[] frame) {
    Greeting own = greeting;
    FrameStream open = stream;
    if (own == null || open == null) {
      refused(frame);
    } else if (greeted == null && SecretFrames.isChallenge(frame)) {
      greeted = own.answer(frame);
      open.begin(greeted.said());
    } else if (greeted != null && SecretFrames.isWelcome(frame)) {
      own.judge(greeted, frame);
    } else {
      refused(frame);
    }
  }

  private void refused(byte[] frame) {
    if (SecretFrames.isChallenge(frame)) {
      throw new MalformedFrameException("the peer asks for a secret: --secret");
    }
    ClientResponse said = ResponseFrames.decode(frame);
    String reason = said instanceof ClientResponse.Refused refused ? refused.reason() : "" + said;
    throw new MalformedFrameException("refused by the peer: " + reason);
  }

  private void drop(String reason, long nowNanos) {
    boolean wasConnected = stream != null;
    boolean lasted = wasConnected && nowNanos - changedNanos > NetLimits.FIRST_SILENCE_NANOS;
    backOffNanos =
        lasted
            ? NetLimits.FIRST_BACK_OFF_NANOS
            : Math.min(2 * backOffNanos, NetLimits.LAST_BACK_OFF_NANOS);
    if (stream != null && stream.isReady()) {
      stream.reset();
    } else if (stream != null) {
      stream.close();
    } else if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("a socket cannot be closed", e);
      }
    }
    if (wasConnected) {
      log.say("peer-lost", "peer", peer, "reason", reason);
    }
    stream = null;
    channel = null;
    changedNanos = nowNanos;
  }
}
