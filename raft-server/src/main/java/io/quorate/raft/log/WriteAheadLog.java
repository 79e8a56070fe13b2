package io.quorate.raft.log;

import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogRecovery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The write-ahead log of one server, in segments made whole ahead of their use. Records are
 * gathered while a sync is under way; when it is done, all of them become one frame with one sync:
 * group commit.
 *
 * <p>Why one frame at a time: what a crash leaves un-synced may be there in part, a later part
 * without an earlier one. As a frame is written only when the one before it is durable, only the
 * last frame can be torn; so a bad frame with a good one behind it is damage, and never a crash.
 *
 * <p>Not told from a torn write, here or elsewhere: damage to the very last frame. Every start
 * writes a frame of its own, so that what an earlier life wrote is never the last.
 */
public final class WriteAheadLog {
  /** Length of a segment unless told otherwise. */
  public static final int SEGMENT_BYTES = 8 << 20;

  /** Shortest segment that may be asked for. */
  public static final int LEAST_SEGMENT_BYTES = 512;

  /** A frame takes no more pieces at this part of a segment. */
  private static final int FRAMES_A_SEGMENT = 4;

  /** Records become a piece at this part of a segment. */
  private static final int PIECES_A_SEGMENT = 8;

  private static final long NONE = -1;

  /** Bytes waiting to be written; {@code sequence} is durable with them, unless it is NONE. */
  private record Piece(long sequence, byte[] bytes, Heading after) {}

  private final Disk disk;
  private final LogRecovery rules;
  private final LongSupplier salts;
  private final int segmentBytes;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Deque<Segment> spares = new ArrayDeque<>();

  /** Syncs that must be done before anything more is written. */
  private final Set<Long> syncs = new HashSet<>();

  private Heading gathered = Heading.NONE;
  private Heading written = Heading.NONE;
  private @Nullable Segment segment;
  private int at;
  private int previous;
  private long frameBytes;
  private @Nullable Segment making;
  private long newest;
  private long salt;
  private long token;
  private long creation = NONE;
  private long writing = NONE;

  /**
   * A log that is not opened yet.
   *
   * @param salts draws one for a new log
   * @param segmentBytes length of each segment to be made
   */
  public WriteAheadLog(Disk disk, LogRecovery rules, LongSupplier salts, int segmentBytes) {
    if (segmentBytes < LEAST_SEGMENT_BYTES) {
      throw new IllegalArgumentException("a segment of " + segmentBytes + " bytes");
    }
    this.disk = disk;
    this.rules = rules;
    this.salts = salts;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Reads the log and wipes out a torn tail. What was found, and the wiping, is made durable before
   * anything is written.
   *
   * @throws LogDamaged when something that had been durable is gone
   */
  public Recovered open() {
    Replay replay = new Replay();
    LogEnd end = new LogReader(disk, rules, replay).read();
    if (end == null) {
      salt = salts.getAsLong();
      prepare();
      return replay.done(0);
    }
    goOnAt(end);
    Recovered recovered = replay.done(end.tornBytes());
    written = new Heading(recovered.boots(), recovered.hardState());
    gathered = written;
    return recovered;
  }

  private void goOnAt(LogEnd end) {
    salt = end.segment().salt();
    segment = end.segment();
    at = end.at();
    previous = end.previous();
    frameBytes = end.frameBytes();
    spares.addAll(end.spares());
    newest = segment.number() + spares.size();
    for (LogEnd.Torn torn : end.torn()) {
      disk.write(torn.segment().file(), torn.from(), new byte[torn.to() - torn.from()]);
      sync(torn.segment());
    }
    sync(segment);
  }

  /** Gathers records; they are durable once {@link #synced} answers {@code sequence} or more. */
  public void gather(long sequence, Iterable<LogRecord> records) {
    Bytes bytes = new Bytes();
    for (LogRecord record : records) {
      if (bytes.length() >= segmentBytes / PIECES_A_SEGMENT) {
        add(NONE, bytes.toArray());
        bytes = new Bytes();
      }
      RecordCodec.encode(record, bytes);
      gathered = gathered.after(record);
    }
    add(sequence, bytes.toArray());
  }

  private void add(long sequence, byte[] bytes) {
    if (bytes.length > segmentBytes / 2) {
      throw new IllegalArgumentException("a record of " + bytes.length + " bytes");
    }
    pieces.add(new Piece(sequence, bytes, gathered));
  }

  /**
   * Writes what is gathered, unless a sync is under way or the next segment is not made yet: then
   * it waits, and is to be called again after {@link #synced}.
   */
  public void flush() {
    if (!syncs.isEmpty() || pieces.isEmpty()) {
      return;
    }
    Segment place = withRoom(pieces.element().bytes().length);
    if (place == null) {
      return;
    }
    byte[] frame = new Frames(salt, place.number()).frame(at, previous, nextPayload(place));
    disk.write(place.file(), at, frame);
    at += frame.length;
    previous = Frames.crcAt(frame, 0);
    frameBytes += frame.length;
    sync(place);
    if (at > place.length() / 2) {
      prepare();
    }
  }

  /** The segment the next piece goes to, or null when it is not made yet. */
  private @Nullable Segment withRoom(int bytes) {
    while (segment == null || at + Frames.HEADER + bytes > segment.length()) {
      segment = spares.poll();
      at = Segment.HEAD;
      if (segment == null) {
        prepare();
        return null;
      }
    }
    return segment;
  }

  /** As many pieces as may share a frame, at the start of a segment behind its heading. */
  private byte[] nextPayload(Segment place) {
    Bytes payload = new Bytes();
    if (at == Segment.HEAD) {
      payload.putAll(written.bytes());
    }
    long room = place.length() - at - Frames.HEADER;
    long most = Math.min(segmentBytes / FRAMES_A_SEGMENT, room);
    do {
      Piece next = pieces.remove();
      payload.putAll(next.bytes());
      writing = Math.max(writing, next.sequence());
      written = next.after();
    } while (!pieces.isEmpty() && payload.length() + pieces.element().bytes().length <= most);
    return payload.toArray();
  }

  /** Asks for the next segment, unless there is one or it was asked for. */
  private void prepare() {
    if (spares.isEmpty() && making == null) {
      making = new Segment(salt, ++newest, segmentBytes);
      creation = ++token;
      disk.create(making.file(), making.head(), segmentBytes, creation);
    }
  }

  /**
   * What was asked of the disk under this token is done; {@link #flush} may have something to do.
   *
   * @return the last sequence that is durable now, or -1 when this made nothing durable that has a
   *     number
   */
  public long synced(long doneToken) {
    if (making != null && doneToken == creation) {
      spares.add(making);
      making = null;
      return NONE;
    }
    if (!syncs.remove(doneToken)) {
      return NONE;
    }
    long durable = writing;
    writing = NONE;
    return durable;
  }

  /** The length of all frames in bytes, with what is being written. */
  public long length() {
    return frameBytes;
  }

  private void sync(Segment written) {
    syncs.add(++token);
    disk.sync(written.file(), token);
  }
}
