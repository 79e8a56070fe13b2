package io.quorate.raft.shell.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of one directory and the calls to the system they take. Blocks; one thread only. */
final class DirectoryFiles implements Closeable {
  private final Path directory;
  private final Map<String, FileChannel> open = new TreeMap<>();

  /** Files whose directory entry was not made durable yet. */
  private final Set<String> fresh = new TreeSet<>();

  DirectoryFiles(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    // A process killed between creating a file and the sync of its entry must not forget the
    // latter.
    forceDirectory(directory);
    forceDirectory(directory.resolve(".."));
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

  void append(String file, byte[] bytes) throws IOException {
    FileChannel channel = channel(file);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    long end = channel.size();
    while (rest.hasRemaining()) {
      end += channel.write(rest, end);
    }
  }

  void truncate(String file, long length) throws IOException {
    channel(file).truncate(length);
  }

  void force(String file) throws IOException {
    channel(file).force(false);
    if (fresh.contains(file)) {
      forceDirectory();
    }
  }

  void rename(String from, String to) throws IOException {
    close(from);
    close(to);
    Files.move(
        path(from), path(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    fresh.remove(from);
    fresh.add(to);
  }

  void delete(String file) throws IOException {
    close(file);
    fresh.remove(file);
    Files.deleteIfExists(path(file));
  }

  void forceDirectory() throws IOException {
    forceDirectory(directory);
    fresh.clear();
  }

  @Override
  public void close() throws IOException {
    for (Iterator<FileChannel> each = open.values().iterator(); each.hasNext(); each.remove()) {
      each.next().close();
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private FileChannel channel(String file) throws IOException {
    FileChannel channel = open.get(file);
    if (channel == null) {
      if (!Files.exists(path(file))) {
        fresh.add(file);
      }
      channel = FileChannel.open(path(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      open.put(file, channel);
    }
    return channel;
  }

  private void close(String file) throws IOException {
    FileChannel channel = open.remove(file);
    if (channel != null) {
      channel.close();
    }
  }

  private Path path(String file) {
    if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("no plain file name: " + file);
    }
    return directory.resolve(file);
  }
}
