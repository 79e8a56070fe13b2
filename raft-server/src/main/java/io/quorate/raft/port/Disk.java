package io.quorate.raft.port;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/**
 * One directory of files. Writes go to the device in order; only {@link #sync} makes them durable.
 * A file has its whole length from its creation on.
 *
 * <p>Failures come as {@link Event.DiskFailed}, or at start as {@link
 * java.io.UncheckedIOException}.
 */
public interface Disk {
  /** Returns the names of the files, sorted. Used at start only. */
  List<String> list();

  /** Returns the whole content of a file. Used at start only. */
  byte[] read(String file);

  /**
   * Makes a file: the pieces of {@code head}, then zeros up to {@code length} when it is shorter.
   * After a crash it is there whole or not at all. {@link Event.Synced} follows when it is durable;
   * what is written and synced to other files need not wait for it.
   *
   * @param head is asked for once, on any thread
   * @param named whether its name is made durable, too; else the file may be gone after a power
   *     loss, until the directory is synced for another one or at a start
   */
  void create(String file, Supplier<List<ByteBuffer>> head, long length, boolean named, long token);

  /** What {@link #create} makes a file of, for a disk that is memory. */
  static byte[] content(List<ByteBuffer> head, long length) {
    int given = head.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer content = ByteBuffer.allocate(Math.max(given, (int) length));
    head.forEach(content::put);
    return content.array();
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
