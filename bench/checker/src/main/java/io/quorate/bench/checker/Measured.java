package io.quorate.bench.checker;

import io.quorate.checker.Budget;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.History;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * One check of one register.
 *
 * @param key what came of it
 * @param seconds of the check alone
 * @param mebibytes the most heap used meanwhile, the history in it
 */
record Measured(KeyVerdict key, double seconds, long mebibytes) {
  private static final int LIMIT_MEBIBYTES = 512;

  /** Checks it, and explains it where it is not linearizable. */
  static Measured of(History history, int limitSeconds) {
    return measure(history, options(limitSeconds));
  }

  /** Asks for the verdict alone. */
  static Measured verdict(History history, int limitSeconds) {
    return measure(history, options(limitSeconds).withoutCounterexamples());
  }

  private static Options options(int limitSeconds) {
    return Options.of(Budget.of(limitSeconds, LIMIT_MEBIBYTES), System::nanoTime);
  }

  private static Measured measure(History history, Options options) {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = System.nanoTime();
    KeyVerdict key = Checker.check(history, Models.casRegister(), options).keys().getFirst();
    double seconds = (System.nanoTime() - began) / 1e9;
    long peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Measured(key, seconds, peak >> 20);
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
