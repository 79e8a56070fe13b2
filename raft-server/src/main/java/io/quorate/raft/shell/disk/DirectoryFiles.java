package io.quorate.raft.shell.disk;

import io.quorate.raft.port.Disk;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one directory and the calls to the system they take. Blocks; one thread only, but
 * for {@link #make} and the reading of parts.
 */
final class DirectoryFiles implements Closeable {
  private final Path directory;
  private final Map<String, FileChannel> open = new TreeMap<>();

  DirectoryFiles(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    FileMaker.clear(directory);
    // A process killed between making a file and the sync of its name must not forget the latter.
    FileMaker.forceDirectory(directory);
    FileMaker.forceDirectory(directory.resolve(".."));
  }

  List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  byte[] read(String file) throws IOException {
    return Files.readAllBytes(path(file));
  }

  /** On any thread, while nothing else changes this file. */
  byte[] read(String file, long at, int length) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(path(file), StandardOpenOption.READ)) {
      while (part.hasRemaining()) {
        if (channel.read(part, at + part.position()) < 0) {
          throw new EOFException(file + " has no " + length + " bytes at " + at);
        }
      }
    }
    return part.array();
  }

  /** On any thread, while nothing else is done to this file. */
  void make(String file, Disk.Content content, long length, boolean named) throws IOException {
    FileMaker.make(path(file), content, length);
    if (named) {
      FileMaker.forceDirectory(directory);
    }
  }

  void write(String file, long at, byte[] bytes) throws IOException {
    FileChannel channel = channel(file);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    long place = at;
    while (rest.hasRemaining()) {
      place += channel.write(rest, place);
    }
  }

  void force(String file) throws IOException {
    channel(file).force(false);
  }

  void delete(String file) throws IOException {
    FileChannel channel = open.remove(file);
    if (channel != null) {
      channel.close();
    }
    Files.deleteIfExists(path(file));
  }

  @Override
  public void close() throws IOException {
    for (Iterator<FileChannel> each = open.values().iterator(); each.hasNext(); each.remove()) {
      each.next().close();
    }
  }

  private FileChannel channel(String file) throws IOException {
    FileChannel channel = open.get(file);
    if (channel == null) {
      channel = FileChannel.open(path(file), StandardOpenOption.WRITE);
      open.put(file, channel);
    }
    return channel;
  }

  private Path path(String file) {
    if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("no plain file name: " + file);
    }
    return directory.resolve(file);
  }
}
