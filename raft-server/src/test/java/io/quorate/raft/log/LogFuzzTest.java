package io.quorate.raft.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quorate.raft.Command;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.LogRecovery;
import io.quorate.raft.sim.SimDisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A million damaged logs against what an oracle expects of each, which knows the undamaged one: a
 * frame counts as whole when its bytes are there at its place. A whole frame behind one that is not
 * means refusal; otherwise the log is what it was before the first frame that is not whole. A file
 * whose head or length is not as it was is refused, and so is one without the file before it.
 */
class LogFuzzTest {
  private static final long SEED = Long.getLong("seed", 20261126L);
  private static final int LOGS = 2_000;
  private static final int MUTANTS_PER_LOG = 500;

  /** Long enough that records gathered together always share a frame. */
  private static final int SEGMENT = 1024;

  private static final byte[] GONE = {};

  /** A frame's place. */
  private record Place(int file, int from, int to) {}

  /**
   * A log as it was written.
   *
   * @param files in order; a file of a damaged one has no bytes when it is gone
   * @param states what the log amounted to before the first frame and after each
   */
  private record Original(List<byte[]> files, List<Place> frames, List<Recovered> states) {
    /** What must be found in the damaged files, or null when they must be refused. */
    @Nullable Recovered expected(byte[][] mutant) {
      if (!filesStand(mutant)) {
        return null;
      }
      int whole = 0;
      while (whole < frames.size() && isWhole(mutant, frames.get(whole))) {
        whole++;
      }
      for (Place behind : frames.subList(whole, frames.size())) {
        if (isWhole(mutant, behind)) {
          return null;
        }
      }
      return states.get(whole);
    }

    private boolean filesStand(byte[][] mutant) {
      boolean gone = false;
      for (int i = 0; i < mutant.length; i++) {
        byte[] file = mutant[i];
        if (file.length > 0
            && (gone
                || file.length != SEGMENT
                || !Arrays.equals(file, 0, Segment.HEAD, files.get(i), 0, Segment.HEAD))) {
          return false;
        }
        gone |= file.length == 0;
      }
      return true;
    }

    private boolean isWhole(byte[][] mutant, Place frame) {
      byte[] file = mutant[frame.file()];
      byte[] was = files.get(frame.file());
      return file.length > 0
          && Arrays.equals(file, frame.from(), frame.to(), was, frame.from(), frame.to());
    }
  }

  @Test
  void damageIsRefusedOrCutExactlyWhereItBegins() {
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    int cut = 0;
    for (int log = 0; log < LOGS; log++) {
      Original original = draw(random);
      for (int i = 0; i < MUTANTS_PER_LOG; i++) {
        byte[][] mutant = mutate(original, random);
        Recovered expected = original.expected(mutant);
        Recovered found = open(mutant);
        if (expected == null ? found != null : !expected.equals(found)) {
          fail(
              "log %d, mutant %d of -Dseed=%d: %s, expected %s (null: refused)",
              log, i, SEED, found, expected);
        }
        refused += expected == null ? 1 : 0;
        cut += expected != null && !expected.equals(original.states().getLast()) ? 1 : 0;
      }
    }

    assertThat(refused).as("refused").isGreaterThan(LOGS * MUTANTS_PER_LOG / 10);
    assertThat(cut).as("cut").isGreaterThan(LOGS * MUTANTS_PER_LOG / 10);
  }

  private static Original draw(RandomGenerator random) {
    SimDisk disk = new SimDisk(token -> {});
    WriteAheadLog log =
        new WriteAheadLog(
            disk, new LogRecovery() {}, new Durability() {}, random::nextLong, SEGMENT);
    log.open();
    Replay replay = new Replay();
    List<Recovered> states = new ArrayList<>(List.of(replay.done(null, 0)));
    int frames = 1 + random.nextInt(1 + random.nextInt(30));
    for (int frame = 0; frame < frames; frame++) {
      List<LogRecord> records = records(replay.done(null, 0), random);
      records.forEach(replay::take);
      log.gather(frame, records);
      log.flush();
      while (disk.syncing()) {
        log.synced(disk.completeOldest());
        log.flush();
      }
      states.add(replay.done(null, 0));
    }
    List<byte[]> files = disk.list().stream().map(disk::read).toList();
    return new Original(files, frames(files), states);
  }

  private static List<Place> frames(List<byte[]> files) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      byte[] file = files.get(i);
      Frames frames = new Frames(Objects.requireNonNull(Segment.of(file)).salt(), i + 1);
      int at = Segment.HEAD;
      for (int payload; (payload = frames.payloadAt(file, at)) >= 0; at = places.getLast().to()) {
        places.add(new Place(i, at, at + Frames.HEADER + payload));
      }
    }
    return places;
  }

  private static List<LogRecord> records(Recovered now, RandomGenerator random) {
    long term = Math.max(1, now.hardState().term() + random.nextInt(2));
    long last = now.entries().size();
    List<LogRecord> records = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      records.add(new LogRecord.Boot(now.boots()));
    }
    records.add(new LogRecord.State(new HardState(term, random.nextBoolean() ? "n1" : null)));
    if (last > 0 && random.nextInt(4) == 0) {
      last = random.nextLong(last);
      long at = last == 0 ? 0 : now.entries().get((int) last - 1).term();
      records.add(new LogRecord.Last(new LogPosition(at, last)));
    }
    for (int more = random.nextInt(4); more > 0; more--) {
      last++;
      Command write = new Command.Write("k", "v".repeat(random.nextInt(12)));
      records.add(new LogRecord.Append(new LogEntry(term, last, write)));
    }
    return records;
  }

  private static byte[][] mutate(Original original, RandomGenerator random) {
    byte[][] mutant = original.files().toArray(byte[][]::new);
    int victim = random.nextInt(mutant.length);
    if (random.nextInt(100) == 0) {
      mutant[victim] = GONE;
    } else {
      mutant[victim] = mutate(original, victim, random);
    }
    return mutant;
  }

  private static byte[] mutate(Original original, int victim, RandomGenerator random) {
    byte[] mutant = original.files().get(victim).clone();
    int at = random.nextInt(mutant.length);
    int to = Math.min(mutant.length, at + 1 + random.nextInt(40));
    switch (random.nextInt(20)) {
      case 0 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
      case 1 -> mutant = Arrays.copyOf(mutant, mutant.length + 1 + random.nextInt(40));
      case 2, 3, 4 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      case 5, 6, 7 -> mutant[at] = (byte) random.nextInt();
      case 8, 9, 10 -> Arrays.fill(mutant, at, to, (byte) 0);
      case 11, 12 -> Arrays.fill(mutant, at, to, (byte) random.nextInt());
      case 13, 14 -> Arrays.fill(mutant, at, mutant.length, (byte) 0);
      case 15, 16, 17 -> copyFrame(original, mutant, random);
      default -> System.arraycopy(mutant, to, mutant, at, mutant.length - to);
    }
    return mutant;
  }

  /** A frame of this very log, laid over another place of it. */
  private static void copyFrame(Original original, byte[] mutant, RandomGenerator random) {
    Place frame = original.frames().get(random.nextInt(original.frames().size()));
    Place over = original.frames().get(random.nextInt(original.frames().size()));
    int at = random.nextBoolean() ? over.from() : over.to();
    int length = Math.min(frame.to() - frame.from(), mutant.length - at);
    System.arraycopy(original.files().get(frame.file()), frame.from(), mutant, at, length);
  }

  /** What is found, without the length of the cut, or null when the log is refused. */
  private static @Nullable Recovered open(byte[][] files) {
    SimDisk disk = new SimDisk(token -> {});
    for (int i = 0; i < files.length; i++) {
      byte[] file = files[i];
      if (file.length > 0) {
        disk.put(Segment.name(i + 1), file);
      }
    }
    try {
      Recovered found =
          new WriteAheadLog(disk, new LogRecovery() {}, new Durability() {}, () -> 1L, SEGMENT)
              .open();
      return new Recovered(found.boots(), found.hardState(), null, found.entries(), 0);
    } catch (LogDamaged refused) {
      return null;
    }
  }
}
