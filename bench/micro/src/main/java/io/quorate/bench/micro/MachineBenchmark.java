package io.quorate.bench.micro;

import io.quorate.raft.Command;
import io.quorate.raft.machine.Image;
import io.quorate.raft.machine.Machine;
import io.quorate.raft.machine.Result;
import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.rules.Session;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The state machine with a million registers and full sessions, per command or page or image. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MachineBenchmark {
  private static final int REGISTERS = 1_000_000;
  private static final int SESSIONS = 4096;
  private static final int ANSWERS = 64;
  private static final int PAGE = 100;

  private final Machine machine = new Machine(new Session() {}, StateLimits.STANDARD);
  private final SplittableRandom random = new SplittableRandom(1);
  private final String[] keys = new String[REGISTERS];
  private final String[] held = new String[REGISTERS];
  private final long[] sessions = new long[SESSIONS];
  private final long[] sequences = new long[SESSIONS];
  private long index;
  private long fresh;

  /** Fills it. */
  @Setup
  public void fill() {
    for (int i = 0; i < REGISTERS; i++) {
      keys[i] = "reg" + i;
      held[i] = value();
      apply(new Command.Write(keys[i], held[i]));
    }
    for (int s = 0; s < SESSIONS; s++) {
      sessions[s] = ((Result.Opened) apply(new Command.OpenSession())).session();
      for (int a = 0; a < ANSWERS; a++) {
        inSession(s, 1);
      }
    }
  }

  private String value() {
    return "value-" + (1_000_000_000L + ++fresh);
  }

  private Result apply(Command command) {
    return machine.apply(++index, command);
  }

  private Result inSession(int s, long answered) {
    Command.Update add = new Command.Add("counter" + s, 1);
    return apply(new Command.InSession(sessions[s], ++sequences[s], answered, add));
  }

  /** A register that is there is written. */
  @Benchmark
  public Result put() {
    return apply(new Command.Write(keys[random.nextInt(REGISTERS)], value()));
  }

  /** A compare-and-set that matches. */
  @Benchmark
  public Result cas() {
    int i = random.nextInt(REGISTERS);
    String read = machine.registers().read(keys[i]);
    return apply(new Command.CompareAndSet(keys[i], read, value()));
  }

  /** A register is written for the first time, and removed. */
  @Benchmark
  public Result putNewAndDelete() {
    String key = keys[random.nextInt(REGISTERS)] + "x";
    apply(new Command.Write(key, "value"));
    return apply(new Command.Delete(key));
  }

  /** An add in a session whose client has all answers but the last 63. */
  @Benchmark
  public Result addInSession() {
    int s = random.nextInt(SESSIONS);
    return inSession(s, sequences[s] - ANSWERS + 2);
  }

  /** A page of 100. */
  @Benchmark
  public SortedMap<String, String> page() {
    return machine.registers().scan("reg", keys[random.nextInt(REGISTERS)], PAGE);
  }

  /** What a snapshot costs at the moment it is taken. */
  @Benchmark
  public Image image() {
    return machine.image();
  }
}
