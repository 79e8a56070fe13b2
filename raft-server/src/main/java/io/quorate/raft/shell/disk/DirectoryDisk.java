package io.quorate.raft.shell.disk;

import io.quorate.raft.port.Disk;
import io.quorate.raft.port.Event;
import io.quorate.raft.shell.StorageMode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server's disk over one directory. Every call but those that read only queues; one thread does
 * the work in order, and all syncs that waited meanwhile share one call to the device; two more
 * make new files meanwhile, so that the next segment of the log does not wait for a snapshot. After
 * the first failure nothing more is written and nothing is reported durable: nobody knows what the
 * device holds then.
 */
public final class DirectoryDisk implements Disk, Closeable {
  /** Most bytes queued for the device; who writes more waits until some have left. */
  static final long QUEUE_LIMIT_BYTES = 64L << 20;

  /** As many files as a log has made for it at a time: a segment and a snapshot. */
  private static final int MAKERS = 2;

  private sealed interface Work {
    record Write(String file, long at, byte[] bytes) implements Work {}

    record Sync(String file, long token) implements Work {}

    record Delete(String file) implements Work {}
  }

  private final DirectoryFiles files;
  private final StorageMode mode;

  /** With lossy storage, what was written and is not synced: only a sync carries it out. */
  private final List<Work.Write> unsynced = new ArrayList<>();

  private final Consumer<Event> events;
  private final Thread worker;
  private final ExecutorService makers =
      Executors.newFixedThreadPool(
          MAKERS, Thread.ofPlatform().name("disk-maker-", 1).daemon().factory());
  private final Object lock = new Object();
  private List<Work> queue = new ArrayList<>();
  private long queuedBytes;
  private boolean busy;
  private boolean closed;
  private boolean failed;
  private volatile SyncTimes syncTimes = SyncTimes.none();

  private DirectoryDisk(DirectoryFiles files, StorageMode mode, Consumer<Event> events) {
    this.files = files;
    this.mode = mode;
    this.events = events;
    this.worker = new Thread(this::work, "disk");
  }

  /**
   * Opens {@code directory}, creating it when absent.
   *
   * @param mode what becomes of un-synced bytes when the process ends
   * @param events takes Synced and DiskFailed, on a thread of the disk's own
   */
  public static DirectoryDisk open(Path directory, StorageMode mode, Consumer<Event> events)
      throws IOException {
    DirectoryDisk disk = new DirectoryDisk(new DirectoryFiles(directory), mode, events);
    disk.worker.setDaemon(true);
    disk.worker.start();
    return disk;
  }

  @Override
  public List<String> list() {
    return whenIdle(files::list);
  }

  @Override
  public byte[] read(String file) {
    return whenIdle(() -> files.read(file));
  }

  @Override
  public byte @Nullable [] read(String file, long at, int length) {
    try {
      return files.read(file, at, length);
    } catch (IOException e) {
      fail(e);
      return null;
    }
  }

  @Override
  public void create(String file, Content content, long length, boolean named, long token) {
    makers.execute(() -> {
      try {
        files.make(file, content, length, named);
      } catch (IOException | RuntimeException e) {
        fail(e);
        return;
      }
      events.accept(new Event.Synced(token));
    });
  }

  @Override
  public void write(String file, long at, byte[] bytes) {
    enqueue(new Work.Write(file, at, bytes.clone()), bytes.length);
  }

  @Override
  public void sync(String file, long token) {
    enqueue(new Work.Sync(file, token), 0);
  }

  @Override
  public void delete(String file) {
    enqueue(new Work.Delete(file), 0);
  }

  /** Whether the device is so far behind that new writes had better be refused. */
  public boolean isBehind() {
    synchronized (lock) {
      return queuedBytes > QUEUE_LIMIT_BYTES / 2;
    }
  }

  /** How long its syncs took so far; from any thread. */
  public SyncTimes syncTimes() {
    return syncTimes;
  }

  /** Does what is queued, then lets go of the files. */
  @Override
  public void close() throws IOException {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    makers.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    files.close();
  }

  private void enqueue(Work work, int bytes) {
    synchronized (lock) {
      waitWhile(() -> queuedBytes + bytes > QUEUE_LIMIT_BYTES && queuedBytes > 0 && !failed);
      if (!failed) {
        queue.add(work);
        queuedBytes += bytes;
        lock.notifyAll();
      }
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T whenIdle(Reading<T> reading) {
    synchronized (lock) {
      waitWhile(() -> (busy || !queue.isEmpty()) && !failed);
      try {
        return reading.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void work() {
    try {
      for (List<Work> batch = take(); !batch.isEmpty(); batch = take()) {
        carryOut(batch);
        done();
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  private void fail(Exception e) {
    synchronized (lock) {
      failed = true;
      queue.clear();
      lock.notifyAll();
    }
    events.accept(new Event.DiskFailed(e.toString()));
  }

  private List<Work> take() {
    synchronized (lock) {
      waitWhile(() -> queue.isEmpty() && !closed);
      List<Work> batch = queue;
      queue = new ArrayList<>();
      busy = !batch.isEmpty();
      return batch;
    }
  }

  private void done() {
    synchronized (lock) {
      busy = false;
      lock.notifyAll();
    }
  }

  private void waitWhile(BooleanSupplier holds) {
    try {
      while (holds.getAsBoolean()) {
        lock.wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the threads of this process", e);
    }
  }

  /** A sync waits for the next delete, or the end of what is queued, so that many share one. */
  private void carryOut(List<Work> batch) throws IOException {
    List<Work.Sync> syncs = new ArrayList<>();
    for (Work work : batch) {
      switch (work) {
        case Work.Write w -> write(w);
        case Work.Sync w -> syncs.add(w);
        case Work.Delete w -> {
          force(syncs);
          files.delete(w.file());
        }
      }
    }
    force(syncs);
  }

  private void write(Work.Write write) throws IOException {
    switch (mode) {
      case StorageMode.Usual usual -> files.write(write.file(), write.at(), write.bytes());
      case StorageMode.Lossy lossy -> unsynced.add(write);
    }
    release(write.bytes().length);
  }

  /** What lossy storage held back gets to the file at last, if the process lives so long. */
  private void makeUp(String file, StorageMode.Lossy lossy) throws IOException {
    pause(lossy.syncTakes());
    for (Work.Write held : unsynced) {
      if (held.file().equals(file)) {
        files.write(held.file(), held.at(), held.bytes());
      }
    }
    unsynced.removeIf(held -> held.file().equals(file));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the threads of this process", e);
    }
  }

  private void force(List<Work.Sync> syncs) throws IOException {
    Set<String> distinct = new TreeSet<>();
    for (Work.Sync sync : syncs) {
      if (distinct.add(sync.file())) {
        long began = System.nanoTime();
        if (mode instanceof StorageMode.Lossy lossy) {
          makeUp(sync.file(), lossy);
        }
        files.force(sync.file());
        syncTimes = syncTimes.and(System.nanoTime() - began);
      }
    }
    syncs.forEach(sync -> events.accept(new Event.Synced(sync.token())));
    syncs.clear();
  }

  private void release(int bytes) {
    synchronized (lock) {
      queuedBytes -= bytes;
      lock.notifyAll();
    }
  }
}
