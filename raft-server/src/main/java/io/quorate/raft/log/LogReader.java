package io.quorate.raft.log;

import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogRecovery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments in their order, as one chain of frames, and finds where it ends.
 *
 * <p>Behind the last frame of a segment the chain goes on with the first frame of the next, if that
 * one names it as the frame before. Where it does not go on, a whole frame further behind means
 * that something durable is gone.
 */
final class LogReader {
  private final Disk disk;
  private final LogRecovery rules;
  private final Replay replay;
  private final List<LogEnd.Filled> filled = new ArrayList<>();
  private final List<LogEnd.Torn> torn = new ArrayList<>();
  private final List<Segment> spares = new ArrayList<>();
  private @Nullable Segment segment;
  private long top;
  private int at;
  private int previous;
  private long frameBytes;
  private boolean cut;

  LogReader(Disk disk, LogRecovery rules, Replay replay) {
    this.disk = disk;
    this.rules = rules;
    this.replay = replay;
  }

  /**
   * Reads all there is.
   *
   * @param from the first segment that is needed
   * @return the end, or null when there is no log
   * @throws LogDamaged when something that had been durable is gone
   */
  @Nullable LogEnd read(long from) {
    List<Long> numbers =
        disk.list().stream()
            .map(Segment::number)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .filter(number -> number >= from)
            .sorted()
            .toList();
    if (numbers.isEmpty() && from > 1) {
      throw new LogDamaged(Segment.name(from), 0, "it is gone");
    }
    long expected = from;
    for (long number : numbers) {
      read(number, expected++);
    }
    if (segment == null) {
      return null;
    }
    filled.add(new LogEnd.Filled(segment, top));
    return new LogEnd(filled, at, previous, frameBytes, torn, spares);
  }

  private void read(long number, long expected) {
    byte[] file = disk.read(Segment.name(number));
    Segment head = checked(number, expected, file);
    Frames frames = new Frames(head.salt(), number);
    if (segment == null || continues(frames, file)) {
      if (segment != null) {
        filled.add(new LogEnd.Filled(segment, top));
      }
      segment = head;
      top = 0;
      spares.clear();
      at = readFrames(frames, file);
      end(frames, head, file, at);
    } else {
      spares.add(head);
      end(frames, head, file, Segment.HEAD);
    }
  }

  private Segment checked(long number, long expected, byte[] file) {
    String name = Segment.name(number);
    Segment head = Segment.of(file);
    if (head == null) {
      throw new LogDamaged(name, 0, "it does not begin as a log of this server does");
    }
    if (head.number() != number || head.length() != file.length) {
      throw new LogDamaged(
          name, 0, "it was made as number %d of %d bytes".formatted(head.number(), head.length()));
    }
    if (number != expected) {
      throw new LogDamaged(
          name, 0, "%s, which comes before it, is gone".formatted(Segment.name(expected)));
    }
    if (segment != null && head.salt() != segment.salt()) {
      throw new LogDamaged(name, 0, "it is of another log");
    }
    return head;
  }

  private boolean continues(Frames frames, byte[] file) {
    return !cut
        && frames.payloadAt(file, Segment.HEAD) >= 0
        && Frames.previousAt(file, Segment.HEAD) == previous;
  }

  /** Replays the frames of a chain up to the first place where it does not go on. */
  private int readFrames(Frames frames, byte[] file) {
    int place = Segment.HEAD;
    boolean begins = frameBytes == 0;
    for (int payload = frames.payloadAt(file, place);
        payload >= 0 && (begins || Frames.previousAt(file, place) == previous);
        payload = frames.payloadAt(file, place)) {
      begins = false;
      replay(ByteBuffer.wrap(file, place + Frames.HEADER, payload), place);
      previous = Frames.crcAt(file, place);
      place += Frames.HEADER + payload;
      frameBytes += Frames.HEADER + payload;
    }
    return place;
  }

  private void replay(ByteBuffer payload, int place) {
    try {
      for (LogRecord record : RecordCodec.decodeAll(payload)) {
        replay.take(record);
        top = Math.max(top, WriteAheadLog.topOf(record));
      }
    } catch (IllegalArgumentException e) {
      throw new LogDamaged(chainFile(), place, String.valueOf(e.getMessage()));
    }
  }

  /** The chain ends in this file, or did so in an earlier one: nothing whole may be behind. */
  private void end(Frames frames, Segment head, byte[] file, int from) {
    int used = used(file);
    if (used <= from) {
      return;
    }
    boolean goodBehind = !cut && frames.anyWithin(file, from, used);
    switch (rules.onBadFrame(goodBehind)) {
      case CUT -> {
        cut |= goodBehind;
        torn.add(new LogEnd.Torn(head, from, used));
      }
      case REFUSE ->
          throw new LogDamaged(
              chainFile(), at, "a frame that was durable once is bad, with good ones behind it");
    }
  }

  private String chainFile() {
    return Objects.requireNonNull(segment, "read already").file();
  }

  /** The length of the file without the zeros at its end. */
  private static int used(byte[] file) {
    int used = file.length;
    while (used > 0 && file[used - 1] == 0) {
      used--;
    }
    return used;
  }
}
