package io.quorate.raft.shell.disk;

import io.quorate.raft.port.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Makes files that are there whole or not at all: under another name first, made durable, then
 * renamed. Only a sync of the directory makes that name durable. Blocks.
 */
final class FileMaker {
  private static final String UNFINISHED = ".new";

  /** Made durable one such part at a time, so that other files' syncs never wait for all of it. */
  private static final int PART_BYTES = 512 << 10;

  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(PART_BYTES).asReadOnlyBuffer();

  private FileMaker() {}

  static void make(Path file, Disk.Content content, long length) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(piece -> writeAll(channel, piece));
      for (long at = channel.position(); at < length; at = channel.position()) {
        writeAll(channel, ZEROS.slice(0, (int) Math.min(PART_BYTES, length - at)));
      }
      channel.force(true);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what a crash left half made. */
  static void clear(Path directory) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
      for (Path unfinished : left) {
        Files.delete(unfinished);
      }
    }
  }

  /** Makes the names in a directory durable. */
  static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        int room = PART_BYTES - (int) (channel.position() % PART_BYTES);
        ByteBuffer part = bytes.slice(bytes.position(), Math.min(room, bytes.remaining()));
        bytes.position(bytes.position() + channel.write(part));
        if (channel.position() % PART_BYTES == 0) {
          channel.force(false);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
