package io.quorate.raft.log;

import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogRecovery;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The write-ahead log of one server. Records are gathered while a sync is under way; when it is
 * done, all of them become one frame with one sync: group commit.
 *
 * <p>Why one frame at a time: what a crash leaves un-synced may be there in part, a later part
 * without an earlier one. As a frame is written only when the one before it is durable, only the
 * last frame can be torn; so a bad frame with a good one behind it is damage, and never a crash.
 *
 * <p>Not told from a torn write, here or elsewhere: damage to the very last frame. Every start
 * writes a frame of its own, so that what an earlier life wrote is never the last.
 */
public final class WriteAheadLog {
  /** A record's bytes are gathered into a frame until it has this many. */
  public static final int FULL_FRAME_BYTES = 8 << 20;

  private static final String FILE = "log-00000001";

  /** Bytes waiting to be written for one promise. */
  private record Gathered(long sequence, byte[] bytes) {}

  private final Disk disk;
  private final LogRecovery rules;
  private final Deque<Gathered> gathered = new ArrayDeque<>();
  private Frames frames;
  private long length;
  private long token;
  private boolean syncing;
  private long writing = -1;

  /**
   * A log that is not opened yet.
   *
   * @param salt drawn for a new file
   */
  public WriteAheadLog(Disk disk, LogRecovery rules, LongSupplier salt) {
    this.disk = disk;
    this.rules = rules;
    this.frames = new Frames(salt.getAsLong());
  }

  /**
   * Reads the log and cuts off a torn tail; the cut is made durable before anything is written.
   *
   * @throws LogDamaged when something that had been durable is gone
   */
  public Recovered open() {
    boolean there = disk.list().contains(FILE);
    byte[] file = there ? disk.read(FILE) : new byte[0];
    if (!Frames.headed(file)) {
      return create(file, there);
    }
    frames = Frames.of(file);
    Replay replay = new Replay();
    int end = replay(file, replay);
    length = end;
    if (end < file.length) {
      disk.truncate(FILE, end);
      sync();
    }
    return replay.done(file.length - end);
  }

  /** A file shorter than its header was torn at its very birth: nothing was promised on it. */
  private Recovered create(byte[] file, boolean there) {
    if (file.length > Frames.FILE_HEADER) {
      throw new LogDamaged(FILE, 0, "it does not begin as a log of this server does");
    }
    if (there) {
      disk.truncate(FILE, 0);
    }
    disk.append(FILE, frames.fileHeader());
    length = Frames.FILE_HEADER;
    sync();
    return new Replay().done(file.length);
  }

  private int replay(byte[] file, Replay replay) {
    int at = Frames.FILE_HEADER;
    while (at < file.length) {
      int payload = frames.payloadAt(file, at);
      if (payload < 0) {
        checkCut(file, at);
        return at;
      }
      try {
        ByteBuffer records = ByteBuffer.wrap(file, at + Frames.FRAME_HEADER, payload);
        RecordCodec.decodeAll(records).forEach(replay::take);
      } catch (IllegalArgumentException e) {
        throw new LogDamaged(FILE, at, String.valueOf(e.getMessage()));
      }
      at += Frames.FRAME_HEADER + payload;
    }
    return at;
  }

  private void checkCut(byte[] file, int at) {
    switch (rules.onBadFrame(frames.anyBehind(file, at))) {
      case CUT -> {}
      case REFUSE ->
          throw new LogDamaged(
              FILE, at, "a frame that was durable once is bad, with good ones behind it");
    }
  }

  /** Gathers records; they are durable once {@link #synced} answers {@code sequence} or more. */
  public void gather(long sequence, Iterable<LogRecord> records) {
    Bytes bytes = new Bytes();
    records.forEach(record -> RecordCodec.encode(record, bytes));
    gathered.add(new Gathered(sequence, bytes.toArray()));
  }

  /** Writes what is gathered, unless a sync is under way: then it waits for the next. */
  public void flush() {
    if (syncing || gathered.isEmpty()) {
      return;
    }
    Bytes payload = new Bytes();
    do {
      Gathered next = gathered.remove();
      payload.putAll(next.bytes());
      writing = next.sequence();
    } while (!gathered.isEmpty() && payload.length() < FULL_FRAME_BYTES);
    byte[] frame = frames.frame(length, payload.toArray());
    disk.append(FILE, frame);
    length += frame.length;
    sync();
  }

  /**
   * A sync is done.
   *
   * @return the last sequence that is durable now, or -1 when it was not the one under way or made
   *     nothing durable that has a number
   */
  public long synced(long doneToken) {
    if (!syncing || doneToken != token) {
      return -1;
    }
    syncing = false;
    long durable = writing;
    writing = -1;
    return durable;
  }

  /** The length of the file in bytes, with what is being written. */
  public long length() {
    return length;
  }

  private void sync() {
    syncing = true;
    token++;
    disk.sync(FILE, token);
  }
}
