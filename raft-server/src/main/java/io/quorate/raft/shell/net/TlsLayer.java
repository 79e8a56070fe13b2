package io.quorate.raft.shell.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.security.cert.CertPathBuilderException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * TLS over a channel that never waits: an {@link SSLEngine} between two buffers of one record each.
 *
 * <p>What is read off the channel is taken apart at once as far as it holds whole records, so that
 * the selector knows of all that still waits. While a step of the handshake is computed, the engine
 * is not touched: it would wait.
 *
 * <p>Its exceptions are one sentence for people; the other side has been told by an alert then.
 */
final class TlsLayer implements Layer {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final ByteChannel channel;
  private final SSLEngine engine;

  /** What came and is no whole record yet; between calls ready to take more. */
  private final ByteBuffer in;

  /** What the system has not taken yet; between calls ready to be sent. */
  private final ByteBuffer out;

  private final Computing computing;

  private Runnable again = () -> {};

  /** Whether the engine is somebody else's for now. */
  private boolean lent;

  private int handshakeBytes;
  private boolean ready;
  private boolean ended;

  /** Begins a handshake over {@code channel}, on the side that {@code engine} is made for. */
  TlsLayer(ByteChannel channel, SSLEngine engine, Computing computing) throws SSLException {
    this.computing = computing;
    this.channel = channel;
    this.engine = engine;
    int record = engine.getSession().getPacketBufferSize();
    this.in = ByteBuffer.allocate(record);
    this.out = ByteBuffer.allocate(record).limit(0);
    engine.beginHandshake();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    // No text is longer than its record: what may be read here fits when it is taken apart.
    int room = target.remaining() - 2 * in.capacity();
    int before = target.position();
    try {
      int came = 1;
      while (came > 0 && room >= 0 && !ended && !lent) {
        came = receive();
        room -= came;
        takeApart(target);
      }
    } catch (SSLException e) {
      throw failed(e);
    }
    int got = target.position() - before;
    return got == 0 && ended ? -1 : got;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int before = source.position();
    try {
      boolean sent = true;
      while (sent && speak() && ready && source.hasRemaining()) {
        sent = wrap(source);
      }
    } catch (SSLException e) {
      throw failed(e);
    }
    return source.position() - before;
  }

  @Override
  public boolean flush() throws IOException {
    try {
      return speak();
    } catch (SSLException e) {
      throw failed(e);
    }
  }

  @Override
  public int interest(boolean frames) {
    if (lent) {
      return 0;
    }
    boolean more = out.hasRemaining() || (ready && frames);
    return more ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }

  @Override
  public void onAwake(Runnable again) {
    this.again = again;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public void end() throws IOException {
    if (!lent) {
      engine.closeOutbound();
      tellLast();
    }
  }

  /** Fills up {@link #in}; 0 when nothing has come, or at the end. */
  private int receive() throws IOException {
    int came = channel.read(in);
    if (came < 0) {
      ended = true;
      return 0;
    }
    handshakeBytes += ready ? 0 : came;
    if (handshakeBytes > NetLimits.HANDSHAKE_BYTES) {
      throw new SSLException("more than " + NetLimits.HANDSHAKE_BYTES + " bytes of it");
    }
    return came;
  }

  /** Says what the engine has to say of itself; false while that has to wait. */
  private boolean speak() throws IOException {
    while (!lent && drain()) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> compute();
        case NEED_WRAP -> {
          if (!wrap(NOTHING)) {
            return true;
          }
        }
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          return true;
        }
        case FINISHED, NOT_HANDSHAKING -> {
          ready |= !ended;
          return true;
        }
      }
    }
    return false;
  }

  private void takeApart(ByteBuffer target) throws IOException {
    in.flip();
    try {
      boolean more = true;
      while (more) {
        more = (speak() || ready) && unwrap(target);
      }
    } finally {
      in.compact();
    }
  }

  /** Takes one record apart; false when there is no whole one. */
  private boolean unwrap(ByteBuffer target) throws SSLException {
    SSLEngineResult result = engine.unwrap(in, target);
    return switch (result.getStatus()) {
      case OK -> result.bytesConsumed() > 0;
      case BUFFER_UNDERFLOW -> {
        if (in.remaining() == in.capacity()) {
          throw new SSLException("a record longer than " + in.capacity() + " bytes");
        }
        yield false;
      }
      case BUFFER_OVERFLOW -> throw new IllegalStateException("no room for a record's text");
      case CLOSED -> {
        ended = true;
        yield false;
      }
    };
  }

  /** Makes one record, of the engine's own words or of {@code source}; false when there is none. */
  private boolean wrap(ByteBuffer source) throws SSLException {
    out.clear();
    try {
      return engine.wrap(source, out).bytesProduced() > 0;
    } finally {
      out.flip();
    }
  }

  private boolean drain() throws IOException {
    if (out.hasRemaining()) {
      channel.write(out);
    }
    return !out.hasRemaining();
  }

  /** Only a handshake has such steps, and the engine takes nothing else before they are done. */
  private void compute() {
    Runnable task = engine.getDelegatedTask();
    if (task != null) {
      lent = true;
      computing.compute(
          task,
          () -> {
            lent = false;
            again.run();
          });
    }
  }

  private void tellLast() throws IOException {
    if (drain() && wrap(NOTHING)) {
      drain();
    }
  }

  private SSLException failed(SSLException e) {
    ended = true;
    try {
      tellLast();
    } catch (IOException deaf) {
      e.addSuppressed(deaf);
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why =
        root instanceof CertPathBuilderException
            ? "the certificate does not lead to an authority of --tls-ca"
            : String.valueOf(root.getMessage());
    return new SSLException("TLS" + (ready ? ": " : " handshake failed: ") + why, e);
  }
}
