package io.quorate.raft.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Command;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogRecovery;
import io.quorate.raft.sim.SimDisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was durable is there again, or the log refuses; what was not may be cut. */
class WriteAheadLogTest {
  private static final String FILE = "log-00000001";

  private final SimDisk disk = new SimDisk(() -> {});

  @Test
  void whatWasGatheredIsThereAfterARestart() {
    write(
        List.of(new LogRecord.Boot(0)),
        List.of(new LogRecord.State(new HardState(3, "n2")), append(1, 1, "a"), append(1, 2, "b")),
        List.of(new LogRecord.Cut(2), append(3, 2, null), append(3, 3, "ü\u0000\uD83D\uDE00")));

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
            new LogEntry(1, 2, new Command.Write("", null)),
            new LogEntry(1, 3, new Command.CompareAndSet("k", null, "x")),
            new LogEntry(2, 4, new Command.CompareAndSet("k", "x", null)));
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

    assertThat(log.synced(disk.completeSync())).isEqualTo(1);
    assertThat(disk.syncing()).isFalse();
    log.flush();
    assertThat(log.synced(disk.completeSync())).isEqualTo(3);
  }

  @Test
  void aSyncThatIsNotTheOneUnderWayMakesNothingDurable() {
    WriteAheadLog log = opened();
    log.gather(1, List.of(append(1, 1, "a")));
    log.flush();

    assertThat(log.synced(99)).isEqualTo(-1);
    long token = disk.completeSync();
    assertThat(log.synced(token)).isEqualTo(1);
    assertThat(log.synced(token)).isEqualTo(-1);
  }

  @Test
  void aCutIsDurableBeforeAnythingIsAppended() {
    write(List.of(append(1, 1, "a")));
    byte[] whole = disk.read(FILE);
    disk.append(FILE, new byte[] {1, 2, 3});
    WriteAheadLog log = log(disk);

    assertThat(log.open().cutBytes()).isEqualTo(3);
    log.gather(1, List.of(append(1, 2, "b")));
    log.flush();

    assertThat(disk.read(FILE)).isEqualTo(whole);
    assertThat(log.synced(disk.completeSync())).isEqualTo(-1);
    log.flush();
    assertThat(disk.read(FILE)).hasSizeGreaterThan(whole.length);
  }

  @Test
  void cutAtAnyByteTheLogIsWhatItWasAtSomeSync() {
    byte[] file = written();
    List<Recovered> states = statesOf(file);

    for (int length = 0; length <= file.length; length++) {
      Recovered found = open(diskWith(Arrays.copyOf(file, length)));

      assertThat(states).as("cut at %d", length).contains(withoutCut(found));
    }
  }

  @Test
  void aFlippedBitIsNeverRead() {
    byte[] file = written();
    List<Integer> ends = frameEnds(file);
    int lastFrame = ends.get(ends.size() - 2);
    Recovered beforeLast = open(diskWith(Arrays.copyOf(file, lastFrame)));

    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      SimDisk damaged = diskWith(flipped);

      if (bit / 8 < lastFrame) {
        assertThatThrownBy(() -> open(damaged)).as("bit %d", bit).isInstanceOf(LogDamaged.class);
      } else {
        assertThat(withoutCut(open(damaged))).as("bit %d", bit).isEqualTo(beforeLast);
      }
    }
  }

  @Test
  void noiseIsRefusedOrCutButNeverRead() {
    byte[] file = written();
    List<Recovered> states = statesOf(file);
    SplittableRandom random = new SplittableRandom(20261123);

    for (int round = 0; round < 20_000; round++) {
      byte[] noisy = Arrays.copyOf(file, Frames.FILE_HEADER + random.nextInt(file.length));
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
    int inside = file.length - 60;
    byte[] forged = new Frames(0).frame(inside, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, 1});
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
        List.of(new LogRecord.Cut(2), append(2, 2, "c"), append(2, 3, "d")));
    return disk.read(FILE);
  }

  @SafeVarargs
  private void write(List<LogRecord>... groups) {
    WriteAheadLog log = opened();
    for (List<LogRecord> group : groups) {
      log.gather(1, group);
      log.flush();
      log.synced(disk.completeSync());
    }
  }

  private WriteAheadLog opened() {
    WriteAheadLog log = log(disk);
    log.open();
    log.synced(disk.completeSync());
    return log;
  }

  private static List<Integer> frameEnds(byte[] file) {
    List<Integer> ends = new ArrayList<>();
    Frames frames = Frames.of(file);
    for (int at = Frames.FILE_HEADER; at < file.length; ) {
      ends.add(at);
      at += Frames.FRAME_HEADER + frames.payloadAt(file, at);
    }
    ends.add(file.length);
    return ends;
  }

  private static List<Recovered> statesOf(byte[] file) {
    return frameEnds(file).stream().map(end -> open(diskWith(Arrays.copyOf(file, end)))).toList();
  }

  private static Recovered withoutCut(Recovered found) {
    return new Recovered(found.boots(), found.hardState(), found.entries(), 0);
  }

  private static SimDisk diskWith(byte[] file) {
    SimDisk disk = new SimDisk(() -> {});
    disk.append(FILE, file);
    return disk;
  }

  private static Recovered open(SimDisk disk) {
    return log(disk).open();
  }

  private static WriteAheadLog log(SimDisk disk) {
    return new WriteAheadLog(disk, new LogRecovery() {}, () -> 0x5A17_0000_1234L);
  }

  private static LogRecord append(long term, long index, @Nullable String value) {
    return new LogRecord.Append(entry(term, index, value));
  }

  private static LogEntry entry(long term, long index, @Nullable String value) {
    return new LogEntry(term, index, new Command.Write("k", value));
  }
}
