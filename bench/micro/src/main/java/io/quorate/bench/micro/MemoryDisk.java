package io.quorate.bench.micro;

import io.quorate.raft.port.Disk;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** A disk that is memory: everything is durable once its token is taken. */
final class MemoryDisk implements Disk {
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final Deque<Long> done = new ArrayDeque<>();

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public byte[] read(String file) {
    return files.getOrDefault(file, new byte[0]).clone();
  }

  @Override
  public byte[] read(String file, long at, int length) {
    return Arrays.copyOfRange(read(file), (int) at, (int) at + length);
  }

  @Override
  public void create(
      String file, Content content, long length, boolean named, long token) {
    files.put(file, Disk.inMemory(content, length));
    done.add(token);
  }

  @Override
  public void write(String file, long at, byte[] bytes) {
    byte[] all = files.getOrDefault(file, new byte[0]);
    System.arraycopy(bytes, 0, all, (int) at, bytes.length);
  }

  @Override
  public void sync(String file, long token) {
    done.add(token);
  }

  @Override
  public void delete(String file) {
    files.remove(file);
  }

  /** Takes the tokens of what is durable by now, one by one; -1 when there is none. */
  long token() {
    Long token = done.poll();
    return token == null ? -1 : token;
  }
}
