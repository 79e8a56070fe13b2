package io.quorate.raft.sim;

import io.quorate.raft.port.Disk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A disk of memory that knows what is durable, and loses or tears the rest when the power goes. */
public final class SimDisk implements Disk {
  /** Bytes a file holds, at least, of which half are surely not its last frame. */
  private static final int LEAST_USED = 240;

  /** Bytes that are not durable yet. */
  private record Write(String file, int at, byte[] bytes) {}

  /** Work of the device that is under way. */
  private sealed interface Work {
    long token();

    record Sync(long token, List<Write> writes) implements Work {}

    record Creation(long token, String file, byte[] content, boolean named) implements Work {}
  }

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, byte[]> durable = new TreeMap<>();
  private final List<Write> unsynced = new ArrayList<>();
  private final Deque<Work> works = new ArrayDeque<>();

  /** Files that are durable under names that are not: the directory was not synced since. */
  private final SortedSet<String> unnamed = new TreeSet<>();

  private final LongConsumer underWay;

  /** An empty disk that tells the token of each sync, and each file, that is asked for. */
  public SimDisk(LongConsumer underWay) {
    this.underWay = underWay;
  }

  /** Puts a file there, durably, as if it had always been. */
  public void put(String file, byte[] content) {
    files.put(file, content.clone());
    durable.put(file, content.clone());
  }

  /** As a process that opens its directory syncs it, names that were not durable are. */
  @Override
  public List<String> list() {
    unnamed.clear();
    return new ArrayList<>(files.keySet());
  }

  @Override
  public byte[] read(String file) {
    return content(file).clone();
  }

  @Override
  public byte[] read(String file, long at, int length) {
    return Arrays.copyOfRange(content(file), (int) at, (int) at + length);
  }

  @Override
  public void create(String file, Content content, long length, boolean named, long token) {
    works.add(new Work.Creation(token, file, Disk.inMemory(content, length), named));
    underWay.accept(token);
  }

  @Override
  public void write(String file, long at, byte[] bytes) {
    System.arraycopy(bytes, 0, content(file), (int) at, bytes.length);
    unsynced.add(new Write(file, (int) at, bytes.clone()));
  }

  @Override
  public void sync(String file, long token) {
    content(file);
    List<Write> writes = unsynced.stream().filter(write -> write.file().equals(file)).toList();
    works.add(new Work.Sync(token, writes));
    underWay.accept(token);
  }

  @Override
  public void delete(String file) {
    files.remove(file);
    unnamed.remove(file);
    unsynced.removeIf(write -> write.file().equals(file));
  }

  /** Whether a sync is under way, or a file is being made. */
  public boolean syncing() {
    return !works.isEmpty();
  }

  /** Completes the oldest sync or creation and returns its token. */
  public long completeOldest() {
    Work done = works.remove();
    carryOut(done);
    return done.token();
  }

  /**
   * Completes what is under way by this token, if it still is: a file, whatever else is under way,
   * or a sync and all syncs before it.
   *
   * @return what was completed, in order
   */
  public List<Long> complete(long token) {
    Work last = works.stream().filter(work -> work.token() == token).findFirst().orElse(null);
    List<Work> done = new ArrayList<>();
    if (last instanceof Work.Sync) {
      done.addAll(syncsBefore(token));
    }
    if (last != null) {
      done.add(last);
    }
    works.removeAll(done);
    done.forEach(this::carryOut);
    return done.stream().map(Work::token).toList();
  }

  private List<Work> syncsBefore(long token) {
    return works.stream()
        .takeWhile(work -> work.token() != token)
        .filter(Work.Sync.class::isInstance)
        .toList();
  }

  private void carryOut(Work work) {
    switch (work) {
      case Work.Creation made -> made(made);
      case Work.Sync sync -> synced(sync);
    }
  }

  /** A sync of the directory makes all names in it durable. */
  private void made(Work.Creation made) {
    put(made.file(), made.content());
    if (made.named()) {
      unnamed.clear();
    } else {
      unnamed.add(made.file());
    }
  }

  private void synced(Work.Sync sync) {
    for (Write write : sync.writes()) {
      if (unsynced.remove(write)) {
        persist(write, write.bytes().length);
      }
    }
  }

  private void persist(Write write, int length) {
    byte[] content = durable.get(write.file());
    if (content != null) {
      System.arraycopy(write.bytes(), 0, content, write.at(), length);
    }
  }

  /** The process dies; the operating system keeps what was written. */
  public void kill() {
    works.clear();
  }

  /** The power goes: of what was not synced, the first {@code kept} bytes are there. */
  public void loseAllBut(int kept) {
    int left = kept;
    for (Write write : unsynced) {
      int length = Math.min(left, write.bytes().length);
      persist(write, length);
      left -= length;
    }
    powerOff();
  }

  /**
   * The power goes: of what was not synced, each sector is there or not, and a bit of it may have
   * flipped; a file being made or removed may be there whole, and one whose name is not durable may
   * be gone.
   */
  public void losePower(RandomGenerator random) {
    unsynced.forEach(write -> tear(write, random));
    if (random.nextBoolean()) {
      durable.keySet().retainAll(files.keySet());
    }
    for (String file : unnamed) {
      if (random.nextBoolean()) {
        durable.remove(file);
      }
    }
    for (Work work : works) {
      if (work instanceof Work.Creation made && random.nextBoolean()) {
        durable.put(made.file(), made.content());
      }
    }
    powerOff();
  }

  private void tear(Write write, RandomGenerator random) {
    int sector = 1 << random.nextInt(10);
    int luck = random.nextInt(4);
    byte[] content = durable.get(write.file());
    if (content == null) {
      return;
    }
    for (int from = 0; from < write.bytes().length; from += sector) {
      if (luck > random.nextInt(3)) {
        int length = Math.min(sector, write.bytes().length - from);
        System.arraycopy(write.bytes(), from, content, write.at() + from, length);
      }
    }
    if (random.nextInt(8) == 0) {
      int at = write.at() + random.nextInt(write.bytes().length);
      content[at] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /**
   * A bit flips in what is durable, well before the end of a file's content. Only while no process
   * uses the disk.
   *
   * @return what repairs it, or null where no file holds enough for a flip that is surely not in
   *     the last write
   */
  public @Nullable Runnable corrupt(RandomGenerator random) {
    List<byte[]> contents =
        durable.values().stream().filter(content -> used(content) >= LEAST_USED).toList();
    if (contents.isEmpty()) {
      return null;
    }
    byte[] content = contents.get(random.nextInt(contents.size()));
    int at = random.nextInt(used(content) / 2);
    int bit = 1 << random.nextInt(8);
    content[at] ^= (byte) bit;
    powerOff();
    return () -> {
      content[at] ^= (byte) bit;
      powerOff();
    };
  }

  /** Flips a bit of the last place where this text is, durably. */
  public void damage(String file, String text) {
    byte[] content = content(file);
    int at = new String(content, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    content[at] ^= 1;
    put(file, content);
  }

  private static int used(byte[] content) {
    int used = content.length;
    while (used > 0 && content[used - 1] == 0) {
      used--;
    }
    return used;
  }

  private void powerOff() {
    works.clear();
    unsynced.clear();
    unnamed.clear();
    files.clear();
    durable.forEach((file, content) -> files.put(file, content.clone()));
  }

  private byte[] content(String file) {
    byte[] content = files.get(file);
    if (content == null) {
      throw new IllegalArgumentException("no file " + file);
    }
    return content;
  }
}
