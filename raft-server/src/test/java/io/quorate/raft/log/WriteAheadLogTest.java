package io.quorate.raft.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.LogRecovery;
import io.quorate.raft.sim.SimDisk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was durable is there again, or the log refuses; what was not may be cut. */
class WriteAheadLogTest {
  private static final String FILE = "log-00000001";
  private static final int SEGMENT = 1024;
  private static final long SALT = 0x5A17_0000_1234L;

  private static final byte[] STATE = {1, 2, 3};

  private final SimDisk disk = new SimDisk(token -> {});

  @Test
  void whatWasGatheredIsThereAfterARestart() {
    write(
        List.of(new LogRecord.Boot(0)),
        List.of(new LogRecord.State(new HardState(3, "n2")), append(1, 1, "a"), append(1, 2, "b")),
        List.of(
            new LogRecord.Last(new LogPosition(1, 1)),
            append(3, 2, null),
            append(3, 3, "ü\u0000\uD83D\uDE00")));

    Recovered found = open(disk);

    assertThat(found.boots()).isEqualTo(1);
    assertThat(found.hardState()).isEqualTo(new HardState(3, "n2"));
    assertThat(found.entries())
        .containsExactly(entry(1, 1, "a"), entry(3, 2, null), entry(3, 3, "ü\u0000\uD83D\uDE00"));
    assertThat(found.cutBytes()).isZero();
  }

  @Test
  void everyKindOfCommandComesBackAsItWas() {
    List<LogEntry> entries =
        List.of(
            new LogEntry(1, 1, new Command.Noop()),
            new LogEntry(1, 2, new Command.Write("k", null)),
            new LogEntry(1, 3, new Command.CompareAndSet("k", null, "x")),
            new LogEntry(2, 4, new Command.CompareAndSet("k", "x", null)),
            new LogEntry(2, 5, new Command.Delete("ключ")),
            new LogEntry(2, 6, new Command.Append("k", "")),
            new LogEntry(2, 7, new Command.OpenSession()),
            new LogEntry(2, 8, new Command.InSession(7, 1, 0, new Command.Add("n", -1))),
            new LogEntry(2, 9, new Command.Configure(Configuration.of(List.of("n1", "n2")))));
    write(entries.stream().<LogRecord>map(LogRecord.Append::new).toList());

    assertThat(open(disk).entries()).isEqualTo(entries);
  }

  @Test
  void whatComesBetweenTwoSyncsSharesOne() {
    WriteAheadLog log = opened();
    log.gather(1, List.of(append(1, 1, "a")));
    log.flush();
    log.gather(2, List.of(append(1, 2, "b")));
    log.flush();
    log.gather(3, List.of(append(1, 3, "c")));
    log.flush();

    assertThat(log.synced(disk.completeOldest())).isEqualTo(1);
    assertThat(disk.syncing()).isFalse();
    log.flush();
    assertThat(log.synced(disk.completeOldest())).isEqualTo(3);
  }

  @Test
  void aSyncThatIsNotTheOneUnderWayMakesNothingDurable() {
    WriteAheadLog log = opened();
    log.gather(1, List.of(append(1, 1, "a")));
    log.flush();

    assertThat(log.synced(99)).isEqualTo(-1);
    long token = disk.completeOldest();
    assertThat(log.synced(token)).isEqualTo(1);
    assertThat(log.synced(token)).isEqualTo(-1);
  }

  @Test
  void nothingIsWrittenBeforeTheFirstSegmentIsMade() {
    WriteAheadLog log = log(disk);
    log.open();
    log.gather(1, List.of(append(1, 1, "a")));
    log.flush();

    assertThat(disk.list()).isEmpty();
    assertThat(log.synced(disk.completeOldest())).isEqualTo(-1);
    log.flush();
    assertThat(log.synced(disk.completeOldest())).isEqualTo(1);
    assertThat(disk.read(FILE)).hasSize(SEGMENT);
  }

  @Test
  void aLogGoesOnInTheNextSegmentWhichWasMadeAhead() {
    WriteAheadLog log = opened();
    write(log, List.of(new LogRecord.Boot(3), new LogRecord.State(new HardState(7, "n2"))));
    List<LogEntry> entries = new ArrayList<>();
    for (long index = 1; index <= 40; index++) {
      entries.add(entry(7, index, "v".repeat((int) index)));
      write(log, List.of(new LogRecord.Append(entries.getLast())));
    }

    Recovered found = open(disk);

    assertThat(disk.list()).hasSizeGreaterThan(3);
    assertThat(found.entries()).isEqualTo(entries);
    assertThat(found.hardState()).isEqualTo(new HardState(7, "n2"));
    assertThat(found.boots()).isEqualTo(4);
  }

  @Test
  void aFrameTornAtTheStartOfASegmentIsWipedOut() {
    WriteAheadLog log = opened();
    for (long index = 1; !disk.list().contains("log-00000002"); index++) {
      write(log, List.of(append(1, index, "v".repeat(50))));
    }
    Recovered before = open(disk);
    byte[] torn = disk.read("log-00000002");
    Arrays.fill(torn, Segment.HEAD, Segment.HEAD + 100, (byte) 7);
    disk.put("log-00000002", torn);

    WriteAheadLog again = log(disk);
    Recovered found = again.open();
    settle(again);

    assertThat(withoutCut(found)).isEqualTo(before);
    assertThat(found.cutBytes()).isEqualTo(100);
    Arrays.fill(torn, Segment.HEAD, torn.length, (byte) 0);
    assertThat(disk.read("log-00000002")).isEqualTo(torn);
  }

  @Test
  void aMissingSegmentIsNoticed() {
    WriteAheadLog log = opened();
    for (long index = 1; disk.list().size() < 4; index++) {
      write(log, List.of(append(1, index, "v".repeat(50))));
    }
    for (String gone : List.of(FILE, "log-00000002")) {
      SimDisk damaged = new SimDisk(token -> {});
      disk.list().stream()
          .filter(file -> !file.equals(gone))
          .forEach(file -> damaged.put(file, disk.read(file)));

      assertThatThrownBy(() -> open(damaged))
          .isInstanceOf(LogDamaged.class)
          .hasMessageContaining(gone + ", which comes before it, is gone");
    }
  }

  @Test
  void aSnapshotStandsForTheSegmentsBeforeIt() {
    WriteAheadLog log = opened();
    write(log, List.of(new LogRecord.Boot(0), new LogRecord.State(new HardState(1, "n2"))));
    append(log, 1, 40);
    long segments = disk.list().size();

    save(log, 30);

    assertThat(disk.list()).hasSizeLessThan((int) segments).doesNotContain(FILE);
    Recovered found = open(disk);
    assertThat(found.snapshot()).isEqualTo(snapshot(30, found));
    assertThat(found.entries()).isEqualTo(entries(31, 40));
    assertThat(found.hardState()).isEqualTo(new HardState(1, "n2"));
    assertThat(found.boots()).isEqualTo(1);
  }

  @Test
  void aLaterSnapshotTakesThePlaceOfAnEarlierOne() {
    WriteAheadLog log = opened();
    append(log, 1, 20);
    save(log, 10);
    save(log, 20);

    assertThat(disk.list().stream().filter(file -> file.startsWith(Snapshot.PREFIX))).hasSize(1);
    assertThat(open(disk).entries()).isEmpty();
    append(log, 21, 22);
    assertThat(open(disk).entries()).isEqualTo(entries(21, 22));
  }

  /** A leader's snapshot, and the crash comes before the end of the log is written down. */
  @Test
  void aLogThatDoesNotAgreeWithTheSnapshotIsGone() {
    WriteAheadLog log = opened();
    append(log, 1, 20);
    log.save(new LogPosition(2, 15), WriteAheadLogTest::state);
    settle(log);

    WriteAheadLog again = log(disk);
    assertThat(again.open().entries()).isEmpty();
    again.gather(1, List.of(append(2, 16, "x")));
    settle(again);

    assertThat(open(disk).entries()).containsExactly(entry(2, 16, "x"));
  }

  @Test
  void aSnapshotBeyondTheLogIsBuiltUpon() {
    WriteAheadLog log = opened();
    append(log, 1, 5);
    save(log, 90);
    write(log, List.of(new LogRecord.Last(new LogPosition(1, 90)), append(1, 91, "x")));

    assertThat(open(disk).entries()).containsExactly(entry(1, 91, "x"));
  }

  @Test
  void aSnapshotIsReadInPartsFromItsFile() {
    WriteAheadLog log = opened();
    append(log, 1, 20);
    log.save(new LogPosition(1, 10), WriteAheadLogTest::state);
    SnapshotId id = Objects.requireNonNull(log.saved(disk.completeOldest()));

    assertThat(id).isEqualTo(SnapshotId.of(1, 10, Chunk.of(STATE)));
    assertThat(log.part(id, 0, 2)).isEqualTo(Chunk.of(new byte[] {1, 2}));
    assertThat(log.part(id, 2, 2)).isEqualTo(Chunk.of(new byte[] {3}));
  }

  @Test
  void aDamagedSnapshotIsRefused() {
    WriteAheadLog log = opened();
    append(log, 1, 20);
    save(log, 10);
    String name = Snapshot.name(10);
    byte[] file = disk.read(name);

    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      disk.put(name, flipped);
      assertThatThrownBy(() -> open(disk))
          .as("bit %d", bit)
          .isInstanceOf(LogDamaged.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void aLogWithoutItsSnapshotIsRefused() {
    WriteAheadLog log = opened();
    append(log, 1, 40);
    save(log, 30);
    disk.delete(Snapshot.name(30));

    assertThatThrownBy(() -> open(disk))
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining(FILE + ", which comes before it, is gone");
  }

  private void append(WriteAheadLog log, long from, long to) {
    entries(from, to).forEach(entry -> write(log, List.of(new LogRecord.Append(entry))));
  }

  private static List<LogEntry> entries(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(i -> entry(1, i, "v".repeat(50))).toList();
  }

  private void save(WriteAheadLog log, long index) {
    log.save(new LogPosition(1, index), WriteAheadLogTest::state);
    settle(log);
  }

  private static Snapshot snapshot(long index, Recovered found) {
    long first = Objects.requireNonNull(found.snapshot()).firstSegment();
    return snapshotAt(new LogPosition(1, index), first);
  }

  private static void state(Consumer<ByteBuffer> out) {
    out.accept(ByteBuffer.wrap(STATE, 0, 2));
    out.accept(ByteBuffer.wrap(STATE, 2, 1));
  }

  private static Snapshot snapshotAt(LogPosition position, long first) {
    Chunk state = Chunk.of(STATE);
    return new Snapshot(SnapshotId.of(position.term(), position.index(), state), first, state);
  }

  @Test
  void aWipeIsDurableBeforeAnythingIsWritten() {
    write(List.of(append(1, 1, "a")));
    byte[] whole = disk.read(FILE);
    byte[] torn = whole.clone();
    Arrays.fill(torn, 500, 503, (byte) 1);
    disk.put(FILE, torn);
    WriteAheadLog log = log(disk);

    assertThat(log.open().cutBytes()).isPositive();
    log.gather(1, List.of(append(1, 2, "b")));
    log.flush();

    assertThat(disk.read(FILE)).isEqualTo(whole);
    while (disk.syncing()) {
      assertThat(log.synced(disk.completeOldest())).isEqualTo(-1);
    }
    log.flush();
    assertThat(disk.read(FILE)).isNotEqualTo(whole);
  }

  /** A process that was killed leaves what the system has not written yet. */
  @Test
  void whatWasFoundIsDurableBeforeAnythingIsWritten() {
    WriteAheadLog log = opened();
    log.gather(1, List.of(append(1, 1, "a")));
    log.flush();
    disk.kill();

    WriteAheadLog again = log(disk);
    assertThat(again.open().entries()).hasSize(1);
    settle(again);
    disk.loseAllBut(0);

    assertThat(open(disk).entries()).hasSize(1);
  }

  @Test
  void tornAtAnyByteTheLogIsWhatItWasAtSomeSync() {
    byte[] file = written();
    List<Recovered> states = statesOf(file);

    for (int length = Segment.HEAD; length <= file.length; length++) {
      Recovered found = open(diskWith(cutAt(file, length)));

      assertThat(states).as("torn at %d", length).contains(withoutCut(found));
    }
  }

  @Test
  void aFlippedBitIsNeverRead() {
    byte[] file = written();
    List<Integer> ends = frameEnds(file);
    int lastFrame = ends.get(ends.size() - 2);
    Recovered beforeLast = open(diskWith(cutAt(file, lastFrame)));
    Recovered whole = open(diskWith(file));

    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      SimDisk damaged = diskWith(flipped);

      if (bit / 8 < lastFrame) {
        assertThatThrownBy(() -> open(damaged)).as("bit %d", bit).isInstanceOf(LogDamaged.class);
      } else {
        Recovered expected = bit / 8 < ends.getLast() ? beforeLast : whole;
        assertThat(withoutCut(open(damaged))).as("bit %d", bit).isEqualTo(expected);
      }
    }
  }

  @Test
  void noiseIsRefusedOrCutButNeverRead() {
    byte[] file = written();
    List<Recovered> states = statesOf(file);
    SplittableRandom random = new SplittableRandom(20261123);

    for (int round = 0; round < 20_000; round++) {
      byte[] noisy = cutAt(file, Segment.HEAD + random.nextInt(file.length));
      int holes = 1 + random.nextInt(4);
      for (int hole = 0; hole < holes; hole++) {
        int from = random.nextInt(noisy.length);
        int to = Math.min(noisy.length, from + random.nextInt(32));
        Arrays.fill(noisy, from, to, (byte) random.nextInt());
      }
      try {
        assertThat(states).as("round %d", round).contains(withoutCut(open(diskWith(noisy))));
      } catch (LogDamaged refused) {
        assertThat(refused).as("round %d", round).hasMessageContaining(FILE);
      }
    }
  }

  @Test
  void aValueThatLooksLikeAFrameIsNotOne() {
    write(List.of(append(1, 1, "x".repeat(100))));
    byte[] file = disk.read(FILE);
    int inside = frameEnds(file).getLast() - 60;
    byte[] forged = new Frames(0, 1).frame(inside, 0, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, 1});
    System.arraycopy(forged, 0, file, inside, forged.length);

    Recovered found = open(diskWith(file));

    assertThat(found.entries()).isEmpty();
    assertThat(found.cutBytes()).isPositive();
  }

  @Test
  void textThatCouldNotBeReadBackIsNotWritten() {
    WriteAheadLog log = opened();

    assertThatThrownBy(() -> log.gather(1, List.of(append(1, 1, "\uD800"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStrangersFileIsRefused() {
    assertThatThrownBy(() -> open(diskWith("this is a letter to my aunt".getBytes(US_ASCII))))
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("byte 0");
  }

  private byte[] written() {
    write(
        List.of(new LogRecord.Boot(0)),
        List.of(new LogRecord.State(new HardState(1, "n1"))),
        List.of(append(1, 1, "a"), append(1, 2, "b")),
        List.of(new LogRecord.State(new HardState(2, null))),
        List.of(new LogRecord.Last(new LogPosition(1, 1)), append(2, 2, "c"), append(2, 3, "d")));
    return disk.read(FILE);
  }

  @SafeVarargs
  private void write(List<LogRecord>... groups) {
    WriteAheadLog log = opened();
    for (List<LogRecord> group : groups) {
      write(log, group);
    }
  }

  private void write(WriteAheadLog log, List<LogRecord> group) {
    log.gather(1, group);
    settle(log);
  }

  private void settle(WriteAheadLog log) {
    log.flush();
    while (disk.syncing()) {
      long token = disk.completeOldest();
      if (log.saved(token) == null) {
        log.synced(token);
      }
      log.flush();
    }
  }

  private WriteAheadLog opened() {
    WriteAheadLog log = log(disk);
    log.open();
    settle(log);
    return log;
  }

  private static List<Integer> frameEnds(byte[] file) {
    List<Integer> ends = new ArrayList<>();
    Frames frames = new Frames(SALT, 1);
    int at = Segment.HEAD;
    for (int payload; (payload = frames.payloadAt(file, at)) >= 0; ) {
      ends.add(at);
      at += Frames.HEADER + payload;
    }
    ends.add(at);
    return ends;
  }

  private static byte[] cutAt(byte[] file, int length) {
    return Arrays.copyOf(Arrays.copyOf(file, Math.min(length, file.length)), file.length);
  }

  private static List<Recovered> statesOf(byte[] file) {
    return frameEnds(file).stream().map(end -> open(diskWith(cutAt(file, end)))).toList();
  }

  private static Recovered withoutCut(Recovered found) {
    return new Recovered(found.boots(), found.hardState(), null, found.entries(), 0);
  }

  private static SimDisk diskWith(byte[] file) {
    SimDisk disk = new SimDisk(token -> {});
    disk.put(FILE, file);
    return disk;
  }

  private static Recovered open(SimDisk disk) {
    return log(disk).open();
  }

  private static WriteAheadLog log(SimDisk disk) {
    return new WriteAheadLog(disk, new LogRecovery() {}, new Durability() {}, () -> SALT, SEGMENT);
  }

  private static LogRecord append(long term, long index, @Nullable String value) {
    return new LogRecord.Append(entry(term, index, value));
  }

  private static LogEntry entry(long term, long index, @Nullable String value) {
    return new LogEntry(term, index, new Command.Write("k", value));
  }
}
