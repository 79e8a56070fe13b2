package io.quorate.checker.stream;

import io.quorate.checker.Access;
import io.quorate.history.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One register, read along. Times are the order numbers of entries.
 *
 * <p>Each step returns what is wrong in words, or null. After the first such words, and after a
 * value was written twice, the register is not followed any further.
 */
final class KeyStream {
  private final Map<Value, Cluster> clusters = new HashMap<>();
  private final BlockOrder order = new BlockOrder();

  /** Open operations by process, the oldest one first. */
  private final Map<Long, Open> open = new LinkedHashMap<>();

  private @Nullable String wrong;
  private boolean repeats;

  /**
   * An operation under way.
   *
   * @param writes the value it leaves if it takes effect, with its cluster
   */
  private record Open(long invoked, @Nullable Cluster writes) {}

  KeyStream(Value initial) {
    Cluster first = new Cluster(initial, null, Cluster.BEFORE_ALL);
    first.firstReturn = Cluster.BEFORE_ALL;
    first.join(new Block(first));
    clusters.put(initial, first);
    order.add(first.block());
  }

  /** Whether the same value was written twice while the first was live: nothing more is said. */
  boolean repeats() {
    return repeats;
  }

  /** Returns how many values are remembered. */
  int live() {
    return clusters.size();
  }

  /** A process asks for {@code access}, its answer unknown. */
  void invoked(long now, long process, Access access) {
    Cluster writes =
        switch (access) {
          case Access.Write write -> new Cluster(write.value(), null, now);
          case Access.Cas cas when !cas.from().equals(cas.to()) ->
              new Cluster(cas.to(), cas.from(), now);
          default -> null;
        };
    if (writes != null && clusters.putIfAbsent(writes.value, writes) != null) {
      repeats = true;
    }
    open.put(process, new Open(now, writes));
  }

  /** It returned, and this is what it did. */
  @Nullable String returned(long now, long process, Access access) {
    Open ended = end(process);
    switch (access) {
      case Access.Read read -> see(now, ended.invoked, read.value());
      case Access.Cas cas when ended.writes == null -> see(now, ended.invoked, cas.from());
      default -> wrote(now, ended);
    }
    forget(now);
    return wrong;
  }

  /** It surely did not happen. */
  @Nullable String failed(long now, long process) {
    Cluster writes = end(process).writes;
    if (writes != null) {
      if (writes.effective()) {
        wrong(writes.value + " was seen, but the operation that writes it failed");
      }
      clusters.remove(writes.value, writes);
    }
    forget(now);
    return wrong;
  }

  /** Nobody will ever know: it may take effect at any time, and is not waited for. */
  @Nullable String crashed(long now, long process) {
    end(process);
    forget(now);
    return wrong;
  }

  private Open end(long process) {
    Open ended = open.remove(process);
    if (ended == null) {
      throw new IllegalArgumentException("process " + process + " has nothing under way");
    }
    return ended;
  }

  private void see(long now, long invoked, Value value) {
    Cluster seen = clusters.get(value);
    if (seen == null) {
      wrong(value + " was seen, which is stale or was never written");
    } else {
      join(now, invoked, seen);
    }
  }

  private void wrote(long now, Open ended) {
    if (ended.writes != null) {
      join(now, ended.invoked, ended.writes);
    }
  }

  /** An operation that saw or left the value of {@code cluster} returns. */
  private void join(long now, long invoked, Cluster cluster) {
    takeEffect(cluster);
    Block block = cluster.block();
    if (cluster.firstReturn == Cluster.NEVER) {
      cluster.firstReturn = now;
      overwrite(cluster.previous, now);
    }
    if (!block.returned()) {
      block.firstReturn = now;
      block.told = now;
      order.add(block);
    }
    if (invoked > cluster.lastInvocation) {
      cluster.lastInvocation = invoked;
      compareInChain(cluster);
    }
    if (invoked > block.lastInvocation) {
      block.lastInvocation = invoked;
      compare(block);
    }
    shorten(block, oldestOpen(now));
  }

  /** The writer of {@code seen} took effect, and so did that of what it met, and so on. */
  private void takeEffect(Cluster seen) {
    Deque<Runnable> glueing = new ArrayDeque<>();
    Cluster cluster = seen;
    while (cluster != null && !cluster.effective()) {
      cluster.join(new Block(cluster));
      Value met = cluster.met;
      if (met == null) {
        break;
      }
      Cluster later = cluster;
      glueing.push(() -> glue(met, later));
      cluster = clusters.get(met);
    }
    glueing.forEach(Runnable::run);
  }

  private void glue(Value met, Cluster later) {
    Cluster earlier = clusters.get(met);
    if (earlier == null) {
      wrong(met + " was met by a compare-and-set, which is stale or was never written");
    } else if (earlier.next != null) {
      wrong("two compare-and-sets met " + met + ", which was written once");
    } else if (earlier.block() == later.block()) {
      wrong("compare-and-sets lead from " + met + " back to it");
    } else {
      merge(earlier, later);
    }
  }

  private void merge(Cluster earlier, Cluster later) {
    Block before = earlier.block();
    Block after = later.block();
    order.remove(before);
    order.remove(after);
    earlier.next = later;
    later.previous = earlier;
    Block whole = before.size >= after.size ? before : after;
    whole.absorb(whole == before ? after : before, before.head);
    order.merged(whole);
    overwrite(earlier, Math.min(later.firstReturn, later.overwritten));
    compare(whole);
  }

  /** Something returned at {@code time} that comes after {@code last} and all before it. */
  private void overwrite(@Nullable Cluster last, long time) {
    for (Cluster c = last; c != null && c.overwritten > time; c = c.previous) {
      c.overwritten = time;
      compareInChain(c);
    }
  }

  private void compareInChain(Cluster cluster) {
    if (cluster.lastInvocation > cluster.overwritten) {
      wrong(cluster.value + " was seen after a compare-and-set had used it up");
    }
  }

  private void compare(Block block) {
    Block turned = order.turned(block);
    if (turned != null) {
      wrong(block.head.value + " was seen after " + turned.head.value + ", and before it");
    } else if (block.lastInvocation > block.superseded) {
      wrong(block.head.value + " was seen after " + block.superseding + ", and before it");
    }
  }

  private long oldestOpen(long now) {
    return open.isEmpty() ? now + 1 : open.values().iterator().next().invoked;
  }

  /** Whoever will see the beginning of this chain will do so too late. */
  private void shorten(Block block, long oldestOpen) {
    Cluster next = block.head.next;
    while (block.head.overwritten < oldestOpen && next != null) {
      clusters.remove(block.head.value, block.head);
      next.previous = null;
      block.head = next;
      block.size--;
      next = next.next;
    }
  }

  private void forget(long now) {
    order.advance(oldestOpen(now), this::retire);
  }

  private void retire(Block block) {
    for (Cluster c = block.head; c != null; c = c.next) {
      clusters.remove(c.value, c);
    }
  }

  private void wrong(String words) {
    wrong = wrong == null ? words : wrong;
  }
}
