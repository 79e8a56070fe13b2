package io.quorate.runner.client;

import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One connection of a worker to a node. What becomes of it goes to the worker's inbox.
 *
 * <p>It is used until it fails or its session is replaced, and never again: an answer to an
 * operation given up must not be taken for one to the next.
 */
final class Line implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
  private static final int UNSENT_FRAMES_LIMIT = 64;
  private static final byte[] END = {};

  /** Takes what becomes of a line; called from the line's own threads. */
  interface Listener {
    void received(Line line, byte[] frame);

    /** The line is dead. */
    void lost(Line line, boolean surelyUnsent);
  }

  private final String node;
  private final Socket socket = new Socket();
  private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(UNSENT_FRAMES_LIMIT);
  private final Listener listener;
  private volatile boolean wrote;

  private Line(String node, Listener listener) {
    this.node = node;
    this.listener = listener;
  }

  /** Begins to connect; frames handed over meanwhile are sent once connected. */
  static Line open(
      String node, InetSocketAddress to, ClientPlace place, Framing framing, Listener listener) {
    Line line = new Line(node, listener);
    Thread.ofVirtual()
        .name("line-" + place.group() + "-" + node)
        .start(() -> line.live(to, place, framing));
    return line;
  }

  String node() {
    return node;
  }

  /** Hands over a frame. A line with too many unsent frames is given up. */
  void send(byte[] frame) {
    if (!unsent.offer(frame)) {
      close();
    }
  }

  private void live(InetSocketAddress to, ClientPlace place, Framing framing) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.connect(to, CONNECT_TIMEOUT_MILLIS);
      socket.getOutputStream().write(framing.hello(place));
      Thread.ofVirtual().name("writer-" + place.group() + "-" + node).start(this::write);
      read(framing);
    } catch (IOException e) {
      // The world failed us: what that means for the operation is the session's to say.
    } finally {
      unsent.clear();
      unsent.add(END);
      listener.lost(this, !wrote);
    }
  }

  private void read(Framing framing) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] frame = framing.read(in);
    while (frame != null) {
      listener.received(this, frame);
      frame = framing.read(in);
    }
  }

  private void write() {
    try {
      OutputStream out = socket.getOutputStream();
      byte[] frame = unsent.take();
      while (frame.length > 0) {
        wrote = true;
        out.write(frame);
        frame = unsent.take();
      }
    } catch (IOException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the connection; {@link Listener#lost} follows. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // A socket that cannot be closed is dead already, and lost() is said by its reader.
    }
  }
}
