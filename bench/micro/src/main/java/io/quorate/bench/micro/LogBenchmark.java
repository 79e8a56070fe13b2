package io.quorate.bench.micro;

import io.quorate.raft.log.Recovered;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The write-ahead log over memory, per entry: what it computes, without a device. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogBenchmark {
  private static final int FRAME = 64;
  private static final int READ = 100_000;

  /** Entries after which what was appended is given up. */
  private static final int KEPT = 1 << 18;

  private final MemoryLog log = new MemoryLog();
  private final MemoryLog full = new MemoryLog();
  private int kept;

  /** Fills the log that is read. */
  @Setup
  public void fill() {
    for (int i = 0; i < READ; i += FRAME) {
      full.append(Math.min(FRAME, READ - i));
    }
    if (full.read().entries().size() != READ) {
      throw new IllegalStateException("not all of the log is found");
    }
  }

  /** One entry, one frame, one sync. */
  @Benchmark
  public long appendOne() {
    return append(1);
  }

  /** 64 entries gathered in one frame with one sync. */
  @Benchmark
  @OperationsPerInvocation(FRAME)
  public long appendMany() {
    return append(FRAME);
  }

  private long append(int entries) {
    kept += entries;
    if (kept > KEPT) {
      kept = 0;
      log.giveUp();
    }
    return log.append(entries);
  }

  /** A log of 100,000 entries at start. */
  @Benchmark
  @OperationsPerInvocation(READ)
  public Recovered read() {
    return full.read();
  }
}
