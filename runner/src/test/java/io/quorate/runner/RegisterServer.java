package io.quorate.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import io.quorate.workload.ClientSession;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Linearizable registers behind a real socket at loopback: each request is done under one lock. */
public final class RegisterServer implements AutoCloseable {
  /** Frames are lines of text. */
  public static final Framing LINES =
      new Framing() {
        @Override
        public byte[] hello(ClientPlace place) {
          return frame("hello");
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

  private static final String MISMATCH = "mismatch";

  private final ServerSocket socket;
  private final Map<String, String> registers = new TreeMap<>();

  /** Listens from now on. */
  public RegisterServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Returns where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  /** Returns a client that asks once and waits for ever. */
  public static ClientSession session(ClientPlace place) {
    return input ->
        switch (input) {
          case Input.Start s ->
              List.of(new Effect.Send(place.first(), frame(request(s.invocation()))));
          case Input.Received r -> over(place, answered(new String(r.frame(), UTF_8)));
          case Input.Disconnected d -> over(place, new Completion.Info("lost"));
          case Input.TimedOut t -> List.of();
        };
  }

  private static List<Effect> over(ClientPlace place, Completion completion) {
    return List.of(new Effect.Complete(completion, place.first()));
  }

  private static Completion answered(String text) {
    return switch (text) {
      case MISMATCH -> new Completion.Fail(Completion.Fail.MISMATCH);
      case "nil" -> new Completion.Ok(Value.NIL);
      default -> new Completion.Ok(Value.of(Long.parseLong(text)));
    };
  }

  private static String request(Invocation asked) {
    String arguments =
        asked.argument() instanceof Value.Sequence pair
            ? pair.items().get(0) + " " + pair.items().get(1)
            : String.valueOf(asked.argument());
    return asked.function() + " " + asked.key() + " " + arguments;
  }

  private static byte[] frame(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(Socket connection) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      lines.readLine();
      String line = lines.readLine();
      while (line != null) {
        connection.getOutputStream().write(frame(answer(List.of(line.split(" ", -1)))));
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private synchronized String answer(List<String> words) {
    String key = words.get(1);
    String present = registers.getOrDefault(key, "nil");
    if (words.getFirst().equals("read")) {
      return present;
    }
    if (words.getFirst().equals("cas") && !words.get(2).equals(present)) {
      return MISMATCH;
    }
    registers.put(key, words.getLast());
    return words.getLast();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
