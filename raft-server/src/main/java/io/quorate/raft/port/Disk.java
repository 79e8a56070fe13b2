package io.quorate.raft.port;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One directory of files. Writes go to the device in order; only {@link #sync} makes them durable.
 * A file has its whole length from its creation on.
 *
 * <p>Failures come as {@link Event.DiskFailed}, or at start as {@link
 * java.io.UncheckedIOException}.
 */
public interface Disk {
  /** What a file is made of, piece by piece: a large one is never in memory as a whole. */
  interface Content {
    /**
     * Hands over the pieces in their order, once. Each is taken before the call for it returns;
     * then its room may be used again.
     */
    void writeTo(Consumer<ByteBuffer> out);
  }

  /** Returns the names of the files, sorted. Used at start only. */
  List<String> list();

  /** Returns the whole content of a file. Used at start only. */
  byte[] read(String file);

  /**
   * Returns a part of a file that was made and not changed since, at any time; null when it cannot
   * be read.
   */
  byte @Nullable [] read(String file, long at, int length);

  /**
   * Makes a file: its content, then zeros up to {@code length} when that is shorter. After a crash
   * it is there whole or not at all. {@link Event.Synced} follows when it is durable; what is
   * written and synced to other files need not wait for it.
   *
   * @param content is asked for once, on any thread
   * @param named whether its name is made durable, too; else the file may be gone after a power
   *     loss, until the directory is synced for another one or at a start
   */
  void create(String file, Content content, long length, boolean named, long token);

  /** What {@link #create} makes a file of, for a disk that is memory. */
  static byte[] inMemory(Content content, long length) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    content.writeTo(piece -> {
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      all.writeBytes(bytes);
    });
    return Arrays.copyOf(all.toByteArray(), Math.max(all.size(), (int) length));
  }

  /** Writes over what a file holds from {@code at} on. Not durable before a sync. */
  void write(String file, long at, byte[] bytes);

  /**
   * Makes everything written to {@code file} so far durable; {@link Event.Synced} with {@code
   * token} follows.
   */
  void sync(String file, long token);

  /** Removes a file if it is there. After a crash it may be there again. */
  void delete(String file);
}
