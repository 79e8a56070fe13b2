package io.quorate.raft.shell.net;

import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * A handshake of a server with itself, in memory: shows before anybody dials that its key fits its
 * certificate, and that others with the same authorities would take it on both sides.
 */
public final class Rehearsal {
  private static final int ROUNDS = 8;

  private Rehearsal() {}

  /** Throws an IOException with one sentence when a peer would not take {@code tls}. */
  public static void of(Tls tls) throws IOException {
    ByteBuffer there = ByteBuffer.allocate(NetLimits.HANDSHAKE_BYTES);
    ByteBuffer back = ByteBuffer.allocate(NetLimits.HANDSHAKE_BYTES);
    ByteBuffer scratch = ByteBuffer.allocate(NetLimits.HANDSHAKE_BYTES);
    TlsLayer dialler = new TlsLayer(new Memory(back, there), dialling(tls), Computing.AT_ONCE);
    TlsLayer answerer = new TlsLayer(new Memory(there, back), tls.answering(), Computing.AT_ONCE);
    for (int round = 0; round < ROUNDS; round++) {
      dialler.flush();
      answerer.read(scratch.clear());
      dialler.read(scratch.clear());
    }
    if (!dialler.isReady() || !answerer.isReady()) {
      throw new IOException("TLS handshake failed: it came to no end");
    }
  }

  /** Under which names it will be dialled, it does not know. */
  private static SSLEngine dialling(Tls tls) {
    SSLEngine engine = tls.dialling(new Endpoint("localhost", 0));
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("");
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** One end of a line; both buffers ready to take more. */
  private record Memory(ByteBuffer in, ByteBuffer out) implements ByteChannel {
    @Override
    public int read(ByteBuffer target) {
      in.flip();
      int length = Math.min(in.remaining(), target.remaining());
      target.put(in.slice(0, length));
      in.position(length).compact();
      return length;
    }

    @Override
    public int write(ByteBuffer source) {
      int length = Math.min(source.remaining(), out.remaining());
      out.put(source.slice(source.position(), length));
      source.position(source.position() + length);
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
