package io.quorate.checker.zones;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places the operations that are sure a value differed into an order of all the others, each in the
 * first gap where it fits; they change nothing, so that only real time and the state in the gap
 * count.
 *
 * <p>The first gap is the best one: whatever must come after a refusal may then come as early as
 * ever. When one finds no gap, another order of the others may still have one.
 */
final class Refusals {
  private final RegisterOperations register;
  private final Operations operations;
  private final int[] order;

  /** By gap: the state in it, the next gap with another, the earliest end of what comes after. */
  private final int[] state;

  private final int[] change;
  private final long[] earliestEnd;

  /** By refusal, in the order of invocation: its gap. */
  private final int[] refusals;

  private final int[] gap;

  Refusals(RegisterOperations register, int[] order) {
    this.register = register;
    this.operations = register.operations();
    this.order = order;
    int n = order.length;
    this.state = new int[n + 1];
    this.change = new int[n + 1];
    this.earliestEnd = new long[n + 1];
    state[0] = register.initial();
    for (int k = 0; k < n; k++) {
      int left = register.leaves(order[k]);
      state[k + 1] = left == RegisterOperations.NONE ? state[k] : left;
    }
    earliestEnd[n] = Operations.OPEN;
    change[n] = n + 1;
    for (int k = n - 1; k >= 0; k--) {
      change[k] = state[k] == state[k + 1] ? change[k + 1] : k + 1;
      earliestEnd[k] = Math.min(earliestEnd[k + 1], operations.end(order[k]));
    }
    this.refusals =
        IntStream.range(0, register.size())
            .filter(i -> register.kind(i) == Kind.DIFFERS)
            .filter(register::returned)
            .toArray();
    this.gap = new int[refusals.length];
  }

  /** Returns the order with all of them in it, or null when one fits nowhere. */
  int @Nullable [] place() {
    int[] byEnd =
        IntStream.range(0, refusals.length)
            .boxed()
            .sorted((a, b) -> Long.compare(end(a), end(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int over = 0;
    int low = 0;
    int first = 0;
    long[] latestInvocation = latestInvocation();
    for (int k = 0; k < refusals.length; k++) {
      long invoked = operations.invoke(refusals[k]);
      for (; over < byEnd.length && end(byEnd[over]) < invoked; over++) {
        low = Math.max(low, gap[byEnd[over]]);
      }
      while (earliestEnd[first] < invoked) {
        first++;
      }
      int g = Math.max(low, first);
      if (state[g] == register.sees(refusals[k])) {
        g = change[g];
      }
      if (g > order.length || latestInvocation[g] > end(k)) {
        return null;
      }
      gap[k] = g;
    }
    return merged();
  }

  private long end(int refusal) {
    return operations.end(refusals[refusal]);
  }

  /** By gap: the latest invocation of all that comes before it. */
  private long[] latestInvocation() {
    long[] latest = new long[order.length + 1];
    latest[0] = Long.MIN_VALUE;
    for (int k = 0; k < order.length; k++) {
      latest[k + 1] = Math.max(latest[k], operations.invoke(order[k]));
    }
    return latest;
  }

  /** In one gap they stand as invoked. */
  private int[] merged() {
    int[] count = new int[order.length + 2];
    for (int g : gap) {
      count[g + 1]++;
    }
    for (int g = 0; g <= order.length; g++) {
      count[g + 1] += count[g];
    }
    int[] merged = new int[order.length + gap.length];
    for (int k = 0; k < order.length; k++) {
      merged[k + count[k + 1]] = order[k];
    }
    int[] used = Arrays.copyOf(count, order.length + 1);
    for (int k = 0; k < gap.length; k++) {
      merged[gap[k] + used[gap[k]]++] = refusals[k];
    }
    return merged;
  }
}
