package io.quorate.workload.sharing;

import io.quorate.workload.Generator;
import io.quorate.workload.Workers;
import io.quorate.workload.generator.Generators;
import java.util.BitSet;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Makes generators that say which workers do what. */
public final class Sharing {
  private Sharing() {}

  /** Returns {@code of}, which sees only the workers that {@code chosen} takes. */
  public static Generator onWorkers(IntPredicate chosen, Generator of) {
    return new OnWorkers(chosen, null, of);
  }

  /** Returns {@code these} on the first {@code count} workers and {@code others} on the rest. */
  public static Generator reserve(int count, Generator these, Generator others) {
    return Generators.any(
        onWorkers(number -> number < count, these), onWorkers(number -> number >= count, others));
  }

  /**
   * Returns {@code of} so that workers are employed one after the other round the circle: none a
   * second time while another one that could take the operation has been free for longer.
   */
  public static Generator inTurns(Generator of) {
    return new InTurns(0, of);
  }

  /**
   * Returns {@code of} by at most {@code count} processes; a worker goes on as a new process after
   * a crash.
   */
  public static Generator processLimit(int count, Generator of) {
    return new ProcessLimited(count, new BitSet(), of);
  }

  /** Returns {@code of} once for each worker, each with its own state. */
  public static Generator eachWorker(Generator of) {
    Grouped.Division alone =
        new Grouped.Division() {
          @Override
          public int groups(Workers workers) {
            return workers.count();
          }

          @Override
          public int groupOf(int number, Workers workers) {
            return number;
          }
        };
    return Grouped.begin(alone, new Grouped.Subjects(0, i -> null, i -> of));
  }

  /** Returns {@code of} once for each node, done by the workers beside it. */
  public static Generator eachNode(Generator of) {
    Grouped.Division beside =
        new Grouped.Division() {
          @Override
          public int groups(Workers workers) {
            return workers.nodes();
          }

          @Override
          public int groupOf(int number, Workers workers) {
            return workers.homeOf(number);
          }
        };
    return Grouped.begin(beside, new Grouped.Subjects(0, i -> null, i -> of));
  }

  /**
   * Returns independent keys {@code k0}, {@code k1}, ... side by side: neighbouring workers share a
   * key, so that each group spans nodes, and go on to the next key when its generator is done.
   *
   * @param atOneTime how many keys are in use at one time, at most
   * @param workersPerKey how many workers share a key, at least, unless there are fewer in all
   * @param total how many keys there are in all
   * @param each the generator of a key; its operations must carry that key
   */
  public static Generator concurrentKeys(
      int atOneTime, int workersPerKey, int total, Function<String, Generator> each) {
    if (atOneTime < 1 || workersPerKey < 1 || total < 1) {
      throw new IllegalArgumentException(
          "no keys: %d at one time, %d workers a key, %d in all"
              .formatted(atOneTime, workersPerKey, total));
    }
    Grouped.Division neighbours =
        new Grouped.Division() {
          @Override
          public int groups(Workers workers) {
            int many = Math.min(Math.min(atOneTime, total), workers.count() / workersPerKey);
            return Math.max(1, many);
          }

          @Override
          public int groupOf(int number, Workers workers) {
            return (int) ((long) number * groups(workers) / workers.count());
          }
        };
    return Grouped.begin(
        neighbours, new Grouped.Subjects(total, Sharing::keyName, i -> each.apply(keyName(i))));
  }

  /** Returns the keys {@code k0}, {@code k1}, ... one after the other, by all workers. */
  public static Generator sequentialKeys(int total, Function<String, Generator> each) {
    return concurrentKeys(1, 1, total, each);
  }

  private static String keyName(int number) {
    return "k" + number;
  }
}
