package io.quorate.raft.shell.net;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.FrameWriter;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.PeerFrames;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.raft.protocol.SecretFrames;
import io.quorate.raft.protocol.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One connection that somebody dialled to us: a stranger until its hello, then client or peer. */
final class Inbound implements Selected {
  private final long number;
  private final InboundRoom room;
  private final FrameStream stream;
  private final FrameWriter queue =
      new FrameWriter(Integer.MAX_VALUE, NetLimits.CLIENT_QUEUE_BYTES);
  private final long acceptedNanos;
  private final byte @Nullable [] challenge;

  /** Its hello as it came, while its proof is awaited. */
  private byte @Nullable [] unproved;

  private @Nullable Hello hello;
  private boolean prober;
  private int open;

  Inbound(long number, InboundRoom room, Layer layer, SelectionKey key, long nowNanos) {
    this.number = number;
    this.room = room;
    this.stream = new FrameStream(key, layer, Wire.PEER_FRAME_LIMIT, queue);
    this.acceptedNanos = nowNanos;
    this.challenge = room.challenge();
    stream.begin(challenge == null ? new byte[0] : SecretFrames.challenge(challenge));
  }

  long number() {
    return number;
  }

  @Nullable Hello hello() {
    return hello;
  }

  /** Whether it had its time to say hello and did not. */
  boolean isOverdue(long nowNanos) {
    return hello == null && nowNanos - acceptedNanos >= NetLimits.HELLO_NANOS;
  }

  /** Closes it for that, with the reason. */
  void expire(ByteBuffer scratch) {
    refuse(stream.isReady() ? "no hello in time" : "no TLS handshake in time", scratch);
  }

  @Override
  public void ready(SelectionKey key, ByteBuffer scratch, long nowNanos) {
    try {
      if (stream.mayRead() && !stream.read(scratch, this::take)) {
        close("closed by the other side");
      }
      if (key.isValid() && key.isWritable()) {
        flush(scratch);
      }
    } catch (MalformedFrameException e) {
      refuse(String.valueOf(e.getMessage()), scratch);
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Whether it sent a probe, and so wants the nonces of the other direction. */
  boolean isProber() {
    return prober;
  }

  /** Queues the answer to an open request. */
  void answer(ClientResponse response) {
    open--;
    push(response);
  }

  /** Queues what nobody asked for; a client that lets too much pile up unread is closed. */
  void push(ClientResponse response) {
    if (stream.isOpen() && !queue.offer(ResponseFrames.encode(response))) {
      close("too many answers unread");
    }
  }

  /** Sends what waits, as far as the connection takes it. */
  void flush(ByteBuffer scratch) {
    try {
      if (stream.isOpen()) {
        stream.write(scratch);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Says why, as far as the connection takes it, and closes. */
  void refuse(String reason, ByteBuffer scratch) {
    if (stream.isOpen()) {
      room.count(refusal());
      if (queue.offer(
          ResponseFrames.encode(new ClientResponse.Refused(Wire.CONNECTION_ID, reason)))) {
        flush(scratch);
      }
      close(reason);
    }
  }

  void close(String reason) {
    if (stream.isOpen()) {
      stream.close();
      room.left(this, open, reason);
    }
  }

  /** A handshake that fails is the other side's doing, a connection that breaks is nobody's. */
  private void fail(IOException e) {
    if (e instanceof SSLException && stream.isOpen()) {
      room.count(refusal());
    }
    close(String.valueOf(e.getMessage()));
  }

  /** What is wrong when something is wrong now. */
  private Refusal refusal() {
    if (!stream.isReady()) {
      return Refusal.TLS;
    }
    return hello == null ? Refusal.HELLO : Refusal.FRAME;
  }

  private void take(byte[] frame) {
    Hello known = hello;
    if (known == null) {
      greet(frame);
      return;
    }
    switch (known.kind()) {
      case PEER -> room.fromPeer(known.from(), PeerFrames.decode(frame));
      case CLIENT -> ask(RequestFrames.decode(frame));
    }
  }

  /** Its first frame is a hello; with a secret its second one proves that it knows it. */
  private void greet(byte[] frame) {
    byte[] greeting = unproved;
    if (challenge == null) {
      welcome(HelloFrames.decode(frame));
    } else if (greeting == null) {
      HelloFrames.decode(frame);
      unproved = frame;
    } else if (queue.offer(room.judge(challenge, greeting, frame))) {
      welcome(HelloFrames.decode(greeting));
      room.hasToSay(this);
    }
  }

  private void welcome(Hello said) {
    room.welcome(this, said);
    hello = said;
  }

  private void ask(ClientRequest request) {
    open++;
    prober |= request instanceof ClientRequest.Probe;
    String refusal =
        open > NetLimits.OPEN_REQUESTS_PER_CONNECTION
            ? "too many open requests on this connection"
            : room.refusal(request);
    if (refusal == null) {
      room.fromClient(number, request);
    } else {
      room.refused(this, new ClientResponse.Refused(request.id(), refusal));
    }
  }
}
