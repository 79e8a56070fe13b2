package io.quorate.raft.sim;

import io.quorate.raft.port.Disk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A disk of memory that knows what is durable, and loses or tears the rest when the power goes. */
public final class SimDisk implements Disk {
  /** A sync that is under way. */
  private record Sync(long token, String file, byte[] content) {}

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, byte[]> durable = new TreeMap<>();
  private final Deque<Sync> syncs = new ArrayDeque<>();

  private final Runnable onSync;

  /** An empty disk that says when a sync is asked for. */
  public SimDisk(Runnable onSync) {
    this.onSync = onSync;
  }

  @Override
  public List<String> list() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public byte[] read(String file) {
    return content(file).clone();
  }

  @Override
  public void append(String file, byte[] bytes) {
    byte[] old = files.getOrDefault(file, new byte[0]);
    byte[] grown = Arrays.copyOf(old, old.length + bytes.length);
    System.arraycopy(bytes, 0, grown, old.length, bytes.length);
    files.put(file, grown);
  }

  @Override
  public void truncate(String file, long length) {
    files.put(file, Arrays.copyOf(content(file), (int) length));
  }

  @Override
  public void sync(String file, long token) {
    syncs.add(new Sync(token, file, content(file)));
    onSync.run();
  }

  @Override
  public void rename(String from, String to) {
    throw new UnsupportedOperationException("not needed yet");
  }

  @Override
  public void delete(String file) {
    throw new UnsupportedOperationException("not needed yet");
  }

  @Override
  public void syncDirectory(long token) {
    throw new UnsupportedOperationException("not needed yet");
  }

  /** Whether a sync is under way. */
  public boolean syncing() {
    return !syncs.isEmpty();
  }

  /** Completes the oldest sync and returns its token. */
  public long completeSync() {
    Sync done = syncs.remove();
    durable.put(done.file(), done.content());
    return done.token();
  }

  /** The process dies; the operating system keeps what was written. */
  public void kill() {
    syncs.clear();
  }

  /** The power goes: of what was not synced, the first {@code kept} bytes are there. */
  public void loseAllBut(int kept) {
    syncs.clear();
    Map<String, byte[]> written = new TreeMap<>(files);
    files.clear();
    files.putAll(durable);
    written.forEach((file, content) -> tear(file, content, kept));
  }

  private void tear(String file, byte[] written, int kept) {
    byte[] safe = durable.getOrDefault(file, new byte[0]);
    boolean appended =
        written.length > safe.length && Arrays.equals(safe, Arrays.copyOf(written, safe.length));
    if (appended && kept > 0) {
      files.put(file, Arrays.copyOf(written, Math.min(written.length, safe.length + kept)));
    }
  }

  /**
   * The power goes: un-synced bytes are there, missing in part, or zero, as chance will have it.
   */
  public void losePower(RandomGenerator random) {
    Map<String, Integer> safe = new TreeMap<>();
    durable.forEach((file, content) -> safe.put(file, content.length));
    loseAllBut(random.nextBoolean() ? 0 : 1 + random.nextInt(400));
    files.forEach((file, content) -> {
      int from = safe.getOrDefault(file, 0);
      if (content.length > from && random.nextBoolean()) {
        byte[] torn = content.clone();
        int hole = from + random.nextInt(content.length - from);
        Arrays.fill(torn, hole, Math.min(torn.length, hole + 1 + random.nextInt(64)), (byte) 0);
        files.put(file, torn);
      }
    });
    durable.clear();
    durable.putAll(files);
  }

  private byte[] content(String file) {
    byte[] content = files.get(file);
    if (content == null) {
      throw new IllegalArgumentException("no file " + file);
    }
    return content;
  }
}
