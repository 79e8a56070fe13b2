package io.quorate.raft.log;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.LogRecovery;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Records become a piece at this part of a segment, or when they can be written. */
  private static final int PIECES_A_SEGMENT = 8;

  /** Records become a piece at so many bytes, however long a segment is. */
  private static final int PIECE_BYTES = 64 << 10;

  private static final long NONE = -1;

  /** Bytes waiting to be written; {@code sequence} is durable with them, unless it is NONE. */
  private record Piece(long sequence, byte[] bytes, long top, Heading after) {}

  private final Disk disk;
  private final LogRecovery rules;
  private final boolean named;
  private final LongSupplier salts;
  private final int segmentBytes;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Deque<Segment> spares = new ArrayDeque<>();

  /** Segments before the one that is written to, which some snapshot does not stand for yet. */
  private final Deque<LogEnd.Filled> filled = new ArrayDeque<>();

  /** Syncs that must be done before anything more is written. */
  private final Set<Long> syncs = new HashSet<>();

  /** The snapshot that was written, from the thread that did it. */
  private final AtomicReference<@Nullable SnapshotId> saved = new AtomicReference<>();

  /** The piece that grows. */
  private Bytes open = new Bytes(256);

  private long openSequence = NONE;
  private long openTop;
  private Heading gathered = Heading.NONE;
  private Heading written = Heading.NONE;
  private @Nullable Segment segment;
  private long top;
  private long durableSegment = 1;
  private int at;
  private int previous;
  private long frameBytes;
  private @Nullable Segment making;
  private long newest;
  private long salt;
  private long token;
  private long creation = NONE;
  private long saving = NONE;
  private long savingIndex;
  private long savedIndex;
  private long savingFirst;
  private long writing = NONE;

  /**
   * A log that is not opened yet.
   *
   * @param salts draws one for a new log
   * @param segmentBytes length of each segment to be made
   */
  public WriteAheadLog(
      Disk disk, LogRecovery rules, Durability durability, LongSupplier salts, int segmentBytes) {
    if (segmentBytes < LEAST_SEGMENT_BYTES) {
      throw new IllegalArgumentException("a segment of " + segmentBytes + " bytes");
    }
    this.disk = disk;
    this.rules = rules;
    this.named = durability.syncsNames();
    this.salts = salts;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Reads the snapshot and the log, and wipes out a torn tail. What was found, and the wiping, is
   * made durable before anything is written.
   *
   * @throws LogDamaged when something that had been durable is gone
   */
  public Recovered open() {
    Snapshot snapshot = readSnapshot();
    long first = snapshot == null ? 1 : snapshot.firstSegment();
    Replay replay = new Replay();
    LogEnd end = new LogReader(disk, rules, replay).read(first);
    if (end == null) {
      salt = salts.getAsLong();
      prepare();
      return replay.done(null, 0);
    }
    goOnAt(end);
    Recovered recovered = recovered(replay, snapshot, end);
    written = new Heading(recovered.boots(), recovered.hardState(), replay.last());
    gathered = written;
    if (!recovered.last().equals(replay.last())) {
      gather(NONE, List.of(new LogRecord.Last(recovered.last())));
    }
    clearBefore(snapshot);
    return recovered;
  }

  private static Recovered recovered(Replay replay, @Nullable Snapshot snapshot, LogEnd end) {
    try {
      return replay.done(snapshot, end.tornBytes());
    } catch (IllegalArgumentException e) {
      String file = end.filled().getFirst().segment().file();
      throw new LogDamaged(file, 0, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Snapshot readSnapshot() {
    String newest = null;
    for (String file : disk.list()) {
      newest = file.startsWith(Snapshot.PREFIX) ? file : newest;
    }
    return newest == null ? null : Snapshot.of(newest, disk.read(newest));
  }

  private void goOnAt(LogEnd end) {
    LogEnd.Filled current = end.filled().getLast();
    filled.addAll(end.filled().subList(0, end.filled().size() - 1));
    segment = current.segment();
    top = current.top();
    salt = segment.salt();
    at = end.at();
    previous = end.previous();
    frameBytes = end.frameBytes();
    spares.addAll(end.spares());
    newest = segment.number() + spares.size();
    durableSegment = end.filled().getFirst().segment().number();
    for (LogEnd.Torn torn : end.torn()) {
      disk.write(torn.segment().file(), torn.from(), new byte[torn.to() - torn.from()]);
      sync(torn.segment());
    }
    sync(segment);
  }

  /**
   * Begins to save a snapshot, of which there is one at a time; {@link #saved} tells when it is
   * durable.
   *
   * @param position the last entry that is in it
   * @param body what it holds; asked for on a thread of the disk's
   */
  public void save(LogPosition position, Disk.Content body) {
    savingIndex = position.index();
    savingFirst = firstNeeded(savingIndex);
    saving = ++token;
    long first = savingFirst;
    disk.create(
        Snapshot.name(savingIndex),
        out -> saved.set(Snapshot.write(position, first, body, out)),
        0,
        named,
        saving);
  }

  /**
   * The first segment in which there may be an entry behind {@code index}. At the latest the one
   * with the last durable frame: it alone tells the term and the vote.
   */
  private long firstNeeded(long index) {
    for (LogEnd.Filled each : filled) {
      if (each.top() > index) {
        return Math.min(each.segment().number(), durableSegment);
      }
    }
    return durableSegment;
  }

  /**
   * The snapshot that this token means to be durable, or null; what it stands for is removed then.
   */
  public @Nullable SnapshotId saved(long doneToken) {
    if (saving == NONE || doneToken != saving) {
      return null;
    }
    saving = NONE;
    forget(savingFirst);
    if (savedIndex > 0) {
      disk.delete(Snapshot.name(savedIndex));
    }
    savedIndex = savingIndex;
    return saved.getAndSet(null);
  }

  /** A part of the body of the newest durable snapshot; null when it cannot be read. */
  public @Nullable Chunk part(SnapshotId newest, int offset, int most) {
    int length = Math.min(most, newest.size() - offset);
    byte[] part = disk.read(Snapshot.name(newest.index()), Snapshot.HEAD + (long) offset, length);
    return part == null ? null : Chunk.handedOver(part);
  }

  /** Removes what a snapshot stands for, as far as this life knows of it. */
  private void forget(long first) {
    while (!filled.isEmpty() && filled.element().segment().number() < first) {
      disk.delete(filled.remove().segment().file());
    }
  }

  /** Removes what a crash left of what a snapshot stands for. */
  private void clearBefore(@Nullable Snapshot snapshot) {
    if (snapshot == null) {
      return;
    }
    for (String file : disk.list()) {
      OptionalLong number = Segment.number(file);
      boolean oldSegment = number.isPresent() && number.getAsLong() < snapshot.firstSegment();
      boolean oldSnapshot =
          file.startsWith(Snapshot.PREFIX) && !file.equals(Snapshot.name(snapshot.id().index()));
      if (oldSegment || oldSnapshot) {
        disk.delete(file);
      }
    }
    savedIndex = snapshot.id().index();
  }

  /** Gathers records; they are durable once {@link #synced} answers {@code sequence} or more. */
  public void gather(long sequence, Iterable<LogRecord> records) {
    for (LogRecord record : records) {
      if (open.length() >= Math.min(segmentBytes / PIECES_A_SEGMENT, PIECE_BYTES)) {
        closePiece();
      }
      int before = open.length();
      RecordCodec.encode(record, open);
      if (open.length() - before > segmentBytes / 2) {
        throw new IllegalArgumentException("a record of " + (open.length() - before) + " bytes");
      }
      gathered = gathered.after(record);
      openTop = Math.max(openTop, topOf(record));
    }
    openSequence = sequence;
  }

  /** The index of the entry that a record appends, 0 for none. */
  static long topOf(LogRecord record) {
    return record instanceof LogRecord.Append append ? append.entry().index() : 0;
  }

  /** What was gathered so far is written together; what comes now may be written later. */
  private void closePiece() {
    if (open.length() > 0) {
      pieces.add(new Piece(openSequence, open.toArray(), openTop, gathered));
      open = new Bytes(open.length());
      openSequence = NONE;
      openTop = 0;
    }
  }

  /**
   * Writes what is gathered, unless a sync is under way or the next segment is not made yet: then
   * it waits, and is to be called again after {@link #synced}.
   */
  public void flush() {
    if (!syncs.isEmpty()) {
      return;
    }
    closePiece();
    if (pieces.isEmpty()) {
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
      if (segment != null) {
        filled.add(new LogEnd.Filled(segment, top));
      }
      segment = spares.poll();
      top = 0;
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
    Bytes payload = new Bytes(256 + pieces.element().bytes().length);
    if (at == Segment.HEAD) {
      payload.putAll(written.bytes());
    }
    long room = place.length() - at - Frames.HEADER;
    long most = Math.min(segmentBytes / FRAMES_A_SEGMENT, room);
    do {
      Piece next = pieces.remove();
      payload.putAll(next.bytes());
      writing = Math.max(writing, next.sequence());
      top = Math.max(top, next.top());
      written = next.after();
    } while (!pieces.isEmpty() && payload.length() + pieces.element().bytes().length <= most);
    return payload.toArray();
  }

  /** Asks for the next segment, unless there is one or it was asked for. */
  private void prepare() {
    if (spares.isEmpty() && making == null) {
      making = new Segment(salt, ++newest, segmentBytes);
      creation = ++token;
      ByteBuffer head = ByteBuffer.wrap(making.head());
      disk.create(making.file(), out -> out.accept(head), segmentBytes, named, creation);
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
    if (syncs.isEmpty() && segment != null) {
      durableSegment = segment.number();
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
