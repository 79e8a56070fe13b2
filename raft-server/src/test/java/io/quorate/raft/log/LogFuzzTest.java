package io.quorate.raft.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quorate.raft.Command;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogRecovery;
import io.quorate.raft.sim.SimDisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A million damaged log files against what an oracle expects of each, which knows the undamaged
 * file: a frame counts as whole when its bytes are there at its place. A whole frame behind one
 * that is not means refusal; otherwise the log is what it was before the first frame that is not
 * whole.
 */
class LogFuzzTest {
  private static final long SEED = Long.getLong("seed", 20261126L);
  private static final int LOGS = 2_000;
  private static final int MUTANTS_PER_LOG = 500;
  private static final String FILE = "log-00000001";

  /**
   * A log as it was written.
   *
   * @param ends where the file's header and each frame ends
   * @param states what the log amounted to at each of these ends
   */
  private record Original(byte[] file, List<Integer> ends, List<Recovered> states) {
    /** What must be found in {@code mutant}, or null when it must be refused. */
    @Nullable Recovered expected(byte[] mutant) {
      if (!isWhole(mutant, 0)) {
        return mutant.length <= Frames.FILE_HEADER ? states.get(0) : null;
      }
      int whole = 1;
      while (whole < ends.size() && isWhole(mutant, whole)) {
        whole++;
      }
      for (int behind = whole + 1; behind < ends.size(); behind++) {
        if (isWhole(mutant, behind)) {
          return null;
        }
      }
      return states.get(whole - 1);
    }

    private boolean isWhole(byte[] mutant, int part) {
      int from = part == 0 ? 0 : ends.get(part - 1);
      int to = ends.get(part);
      return mutant.length >= to && Arrays.equals(mutant, from, to, file, from, to);
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
        byte[] mutant = mutate(original, random);
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
    SimDisk disk = new SimDisk(() -> {});
    WriteAheadLog log = new WriteAheadLog(disk, new LogRecovery() {}, random::nextLong);
    log.open();
    log.synced(disk.completeSync());
    Replay replay = new Replay();
    List<Integer> ends = new ArrayList<>(List.of(Frames.FILE_HEADER));
    List<Recovered> states = new ArrayList<>(List.of(replay.done(0)));
    int frames = 1 + random.nextInt(6);
    for (int frame = 0; frame < frames; frame++) {
      List<LogRecord> records = records(replay.done(0), random);
      records.forEach(replay::take);
      log.gather(frame, records);
      log.flush();
      log.synced(disk.completeSync());
      ends.add((int) log.length());
      states.add(replay.done(0));
    }
    return new Original(disk.read(FILE), ends, states);
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
      records.add(new LogRecord.Cut(last + 1));
    }
    for (int more = random.nextInt(4); more > 0; more--) {
      last++;
      Command write = new Command.Write("k", "v".repeat(random.nextInt(12)));
      records.add(new LogRecord.Append(new LogEntry(term, last, write)));
    }
    return records;
  }

  private static byte[] mutate(Original original, RandomGenerator random) {
    byte[] mutant = original.file().clone();
    int at = random.nextInt(mutant.length);
    int to = Math.min(mutant.length, at + 1 + random.nextInt(40));
    switch (random.nextInt(8)) {
      case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> mutant[at] = (byte) random.nextInt();
      case 2 -> mutant = Arrays.copyOf(mutant, at);
      case 3 -> mutant = Arrays.copyOf(mutant, mutant.length + 1 + random.nextInt(40));
      case 4 -> Arrays.fill(mutant, at, to, (byte) 0);
      case 5 -> Arrays.fill(mutant, at, to, (byte) random.nextInt());
      case 6 -> copyFrame(original, mutant, random);
      default -> System.arraycopy(mutant, to, mutant, at, mutant.length - to);
    }
    return mutant;
  }

  /** A frame of this very file, laid over another place of it. */
  private static void copyFrame(Original original, byte[] mutant, RandomGenerator random) {
    List<Integer> ends = original.ends();
    int frame = 1 + random.nextInt(ends.size() - 1);
    int from = ends.get(frame - 1);
    int at = ends.get(random.nextInt(ends.size()));
    int length = Math.min(ends.get(frame) - from, mutant.length - at);
    System.arraycopy(original.file(), from, mutant, at, length);
  }

  /** What is found, without the length of the cut, or null when the file is refused. */
  private static @Nullable Recovered open(byte[] file) {
    SimDisk disk = new SimDisk(() -> {});
    disk.append(FILE, file);
    try {
      Recovered found = new WriteAheadLog(disk, new LogRecovery() {}, () -> 1L).open();
      return new Recovered(found.boots(), found.hardState(), found.entries(), 0);
    } catch (LogDamaged refused) {
      return null;
    }
  }
}
