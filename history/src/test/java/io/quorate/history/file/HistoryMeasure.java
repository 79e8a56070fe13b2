package io.quorate.history.file;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a history costs: lines a second written and read, bytes an operation on disk and in
 * memory. Run by hand with the number of operations, in a heap of the size it is to fit in.
 */
final class HistoryMeasure {
  private static final PrintStream OUT = System.out;

  private HistoryMeasure() {}

  /** Takes the number of operations, and whether by way of a file. */
  public static void main(String[] args) throws IOException {
    int operations = Integer.parseInt(args[0]);
    if (args.length > 1 && args[1].equals("file")) {
      Path file = Files.createTempDirectory("measure").resolve("history.jsonl");
      for (int round = 0; round < 3; round++) {
        throughFile(file, operations);
        Files.delete(file);
      }
    } else {
      inMemory(operations);
    }
  }

  private static void throughFile(Path file, int operations) throws IOException {
    long start = clock();
    try (HistoryWriter writer = HistoryWriter.create(file, header())) {
      run(operations, writer::append);
      report("written", operations, start);
    }
    OUT.printf("%d bytes on disk an operation%n", Files.size(file) / operations);
    start = clock();
    History history = HistoryReader.read(file);
    report("read", history.size(), start);
  }

  private static void inMemory(int operations) {
    long before = used();
    long start = clock();
    History.Builder builder = History.builder(header());
    run(operations, builder::add);
    History history = builder.build();
    report("built", operations, start);
    OUT.printf(
        "%.1f bytes in memory an operation of %d%n",
        (used() - before) / (double) operations, history.size());
  }

  private static Header header() {
    return new Header(1, "cas-register", Header.FailedCas.IGNORE, 1, List.of("n1", "n2", "n3"));
  }

  private interface Sink {
    @Nullable Object take(Entry entry);
  }

  /**
   * 20 clients over 1000 keys: half reads, unique writes, and compare-and-sets of unique values.
   */
  private static void run(int operations, Sink sink) {
    SplittableRandom random = new SplittableRandom(1);
    long time = 0;
    for (int n = 0; n < operations; n++) {
      long process = n % 20;
      String node = "n" + (1 + process % 3);
      if (n >= 20) {
        sink.take(completed(time += 50, process, n, node));
      }
      Invocation asked = invocation(random, n);
      sink.take(new Entry.Invoked(time += 50, time - 20, process, asked, node));
    }
  }

  private static Entry completed(long time, long process, int n, String node) {
    Completion completion =
        n % 100 == 7 ? new Completion.Info("timeout after 5 s") : new Completion.Ok(Value.of(n));
    return new Entry.Completed(time, process, completion, node);
  }

  private static Invocation invocation(SplittableRandom random, int n) {
    String key = "k" + random.nextInt(1000);
    return switch (random.nextInt(4)) {
      case 0 -> new Invocation("write", key, Value.of(n));
      case 1 -> new Invocation("cas", key, Value.sequence(Value.of(n - 1), Value.of(n)));
      default -> new Invocation("read", key, Value.NIL);
    };
  }

  private static void report(String what, int operations, long start) {
    double seconds = (clock() - start) / 1e9;
    OUT.printf(
        "%s %,d operations in %.2f s of one core: %,.0f lines/s%n",
        what, operations, seconds, 2 * operations / seconds);
  }

  /** Time of this thread on a core: the machine may be busy with others. */
  private static long clock() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
