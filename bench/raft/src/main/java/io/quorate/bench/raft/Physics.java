package io.quorate.bench.raft;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What no server on this machine can undercut: its disk and its loopback. */
final class Physics {
  private static final int TIMES = 400;
  private static final int RECORD = 256;
  private static final int PREALLOCATED = 1 << 20;

  private Physics() {}

  /** The median of writing 256 bytes into a preallocated file and syncing, by several at a time. */
  static long syncNanos(Path directory, int writers) throws IOException, InterruptedException {
    long[][] took = new long[writers][];
    CountDownLatch done = new CountDownLatch(writers);
    for (int w = 0; w < writers; w++) {
      int writer = w;
      new Thread(
              () -> {
                took[writer] = syncs(directory.resolve("physics" + writer));
                done.countDown();
              })
          .start();
    }
    done.await();
    long[] all = Arrays.stream(took).flatMapToLong(Arrays::stream).sorted().toArray();
    return all[all.length / 2];
  }

  private static long[] syncs(Path file) {
    long[] took = new long[TIMES];
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
      channel.write(ByteBuffer.allocate(PREALLOCATED));
      channel.force(true);
      ByteBuffer record = ByteBuffer.allocate(RECORD);
      for (int i = 0; i < TIMES; i++) {
        long began = System.nanoTime();
        channel.write(record.rewind(), (long) i * RECORD);
        channel.force(false);
        took[i] = System.nanoTime() - began;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return took;
  }

  /** The median of a message of 64 bytes there and back. */
  static long roundTripNanos() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ServerSocketChannel listener = ServerSocketChannel.open().bind(any)) {
      Thread echo = new Thread(() -> echo(listener));
      echo.setDaemon(true);
      echo.start();
      try (SocketChannel channel = SocketChannel.open(listener.getLocalAddress())) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ByteBuffer message = ByteBuffer.allocateDirect(64);
        long[] took = new long[20 * TIMES];
        for (int i = 0; i < took.length; i++) {
          long began = System.nanoTime();
          channel.write(message.rewind());
          message.clear();
          while (message.hasRemaining()) {
            channel.read(message);
          }
          took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[took.length / 2];
      }
    }
  }

  private static void echo(ServerSocketChannel listener) {
    try (SocketChannel channel = listener.accept()) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      ByteBuffer chunk = ByteBuffer.allocateDirect(64);
      while (channel.read(chunk.clear()) >= 0) {
        channel.write(chunk.flip());
      }
    } catch (IOException ended) {
      return;
    }
  }
}
