package io.quorate.bench.raft;

import io.quorate.raft.Command;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.FrameReader;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.raft.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One connection to the leader with many operations under way; one thread takes the answers. */
final class QuorateClient implements RegisterClient {
  private static final int CHUNK = 1 << 16;

  private final SocketChannel channel;
  private final Map<Long, Consumer<ClientResponse>> open = new ConcurrentHashMap<>();
  private final ByteArrayOutputStream unsent = new ByteArrayOutputStream(CHUNK);
  private final Thread reader = new Thread(this::read, "quorate-client");
  private long ids;

  QuorateClient(InetSocketAddress leader, String cluster) throws IOException {
    channel = SocketChannel.open(leader);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    write(HelloFrames.encode(Hello.client(cluster, "bench")));
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public void put(String key, String value, Done done) {
    ask(new ClientRequest.Write(next(), key, value), done);
  }

  @Override
  public void get(String key, Done done) {
    ask(new ClientRequest.Read(next(), key), done);
  }

  @Override
  public void cas(String key, String from, String to, Done done) {
    ask(new ClientRequest.CompareAndSet(next(), key, from, to), done);
  }

  /** Any update, or the opening of a session. */
  void execute(Command command, Consumer<ClientResponse> answered) {
    send(new ClientRequest.Execute(next(), command), answered);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private synchronized long next() {
    return ++ids;
  }

  private void ask(ClientRequest request, Done done) {
    send(request, response -> done.done(isGood(response)));
  }

  private static boolean isGood(ClientResponse response) {
    return response instanceof ClientResponse.Ok || response instanceof ClientResponse.Value;
  }

  private void send(ClientRequest request, Consumer<ClientResponse> answered) {
    open.put(request.id(), answered);
    byte[] frame = RequestFrames.encode(request);
    if (Thread.currentThread() == reader) {
      unsent.writeBytes(frame); // leaves when all answers at hand are taken
    } else {
      write(frame);
    }
  }

  private synchronized void write(byte[] bytes) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    FrameReader frames = new FrameReader(Wire.CLIENT_FRAME_LIMIT);
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    try {
      while (channel.read(chunk.clear()) >= 0) {
        frames.feed(chunk.flip());
        for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
          take(ResponseFrames.decode(frame));
        }
        if (unsent.size() > 0) {
          write(unsent.toByteArray());
          unsent.reset();
        }
      }
    } catch (IOException e) {
      String lost = "the connection is lost";
      open.forEach((id, answered) -> answered.accept(new ClientResponse.Unknown(id, lost)));
    }
  }

  private void take(ClientResponse response) {
    Consumer<ClientResponse> answered = open.remove(response.id());
    if (answered != null) {
      answered.accept(response);
    }
  }
}
