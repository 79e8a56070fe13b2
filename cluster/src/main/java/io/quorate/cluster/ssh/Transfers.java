package io.quorate.cluster.ssh;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.quorate.cluster.RemoteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Moves the bytes of files by SFTP, one channel a file. */
final class Transfers {
  private final String node;
  private final Session session;

  Transfers(String node, Session session) {
    this.node = node;
    this.session = session;
  }

  /** What is done over an open SFTP channel. */
  @FunctionalInterface
  private interface Work<T> {
    T on(ChannelSftp channel) throws SftpException, IOException;
  }

  void put(InputStream content, String path) {
    over(
        "sftp put " + path,
        channel -> {
          channel.put(content, path, ChannelSftp.OVERWRITE);
          return true;
        });
  }

  /** Fetches the last {@code limit} bytes; returns whether that was all. */
  boolean get(String path, Path local, long limit) {
    return over(
        "sftp get " + path,
        channel -> {
          long size = channel.stat(path).getSize();
          long skipped = Math.max(0, size - limit);
          try (InputStream in = channel.get(path, null, skipped);
              OutputStream out = Files.newOutputStream(local)) {
            copy(in, out, limit);
          }
          return skipped == 0;
        });
  }

  /** A log may grow while it is fetched: the limit holds all the same. */
  private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[32 * 1024];
    long left = limit;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private <T> T over(String what, Work<T> work) {
    try {
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      try {
        channel.connect((int) Connection.CONNECT_TIMEOUT.toMillis());
        return work.on(channel);
      } finally {
        channel.disconnect();
      }
    } catch (JSchException | SftpException | IOException e) {
      throw new RemoteException(node, what, "the transfer failed", e);
    }
  }
}
