package io.quorate.raft.port;

import java.util.List;

/**
 * One directory of files. Writes go to the device in order; only {@link #sync} makes them durable.
 *
 * <p>Failures come as {@link Event.DiskFailed}, or at start as {@link
 * java.io.UncheckedIOException}.
 */
public interface Disk {
  /** Returns the names of the files, sorted. */
  List<String> list();

  /** Returns the whole content of a file. Used at start only. */
  byte[] read(String file);

  /** Appends to a file, creating it when absent. Not durable before a sync. */
  void append(String file, byte[] bytes);

  /** Cuts a file to {@code length} bytes. Not durable before a sync. */
  void truncate(String file, long length);

  /**
   * Makes everything appended to or truncated from {@code file} so far durable, and its directory
   * entry too when it is new; {@link Event.Synced} with {@code token} follows.
   */
  void sync(String file, long token);

  /** Replaces {@code to} by {@code from} atomically; durable after {@link #syncDirectory}. */
  void rename(String from, String to);

  /** Removes a file if it is there; durable after {@link #syncDirectory}. */
  void delete(String file);

  /** Makes creations, renames and deletions durable; {@link Event.Synced} follows. */
  void syncDirectory(long token);
}
