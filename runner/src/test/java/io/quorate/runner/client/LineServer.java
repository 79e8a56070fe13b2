package io.quorate.runner.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of text lines at loopback that does nothing by itself: the test answers for it. */
final class LineServer implements AutoCloseable {
  static final long PATIENCE_SECONDS = 20;

  /** Frames are lines of text; a client says hello with its group's name. */
  static final Framing LINES =
      new Framing() {
        @Override
        public byte[] hello(ClientPlace place) {
          return frame("hello " + place.group());
        }

        @Override
        public byte @Nullable [] read(InputStream in) throws IOException {
          ByteArrayOutputStream line = new ByteArrayOutputStream();
          int next = in.read();
          while (next != '\n' && next >= 0) {
            line.write(next);
            next = in.read();
          }
          return next < 0 ? null : line.toByteArray();
        }
      };

  /** A line that a connection carried, or null for its end. */
  record Heard(Socket connection, @Nullable String line) {
    void answer(String text) throws IOException {
      connection.getOutputStream().write(frame(text));
    }
  }

  private final ServerSocket socket;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  LineServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static byte[] frame(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  /** Returns what was heard next on any connection. */
  Heard next() throws InterruptedException {
    Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was heard");
    }
    return next;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> listen(connection));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  /** The connection stays open after its client has gone: a late answer is still written. */
  private void listen(Socket connection) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
      String line = lines.readLine();
      while (line != null) {
        heard.add(new Heard(connection, line));
        line = lines.readLine();
      }
    } catch (IOException e) {
      // A reset is an end, too.
    }
    heard.add(new Heard(connection, null));
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
