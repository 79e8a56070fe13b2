package io.quorate.cluster;

import java.nio.file.Path;

/**
 * One node's host, and the only way to it. Safe for use by several threads.
 *
 * <p>Paths on the host are absolute. Every call throws {@link RemoteException} when the host fails.
 */
public interface Remote extends CommandRunner, AutoCloseable {
  /**
   * Makes {@code path} on the host hold what {@code local} holds, by way of a file beside it that
   * is renamed, so that nobody ever sees half of it. Directories are made; an executable stays one.
   *
   * @return whether it was sent; false if the host had it, told by its SHA-256
   */
  boolean upload(Path local, String path);

  /** Makes {@code path} on the host hold {@code text} as UTF-8, see {@link #upload}. */
  boolean uploadText(String text, String path);

  /**
   * Fetches {@code path} from the host into {@code local}.
   *
   * @param limitBytes the most that is fetched; of a longer file only the end
   * @return whether {@code local} now holds the whole file
   */
  boolean download(String path, Path local, long limitBytes);

  /**
   * Opens a way to {@code port} of the host's loopback that no fault on links touches: the control
   * path. It lasts until it or this remote is closed, or the connection to the host is lost.
   */
  Tunnel openTunnel(int port);

  /** Ends the connection; what runs on the host goes on. Idempotent. */
  @Override
  void close();
}
