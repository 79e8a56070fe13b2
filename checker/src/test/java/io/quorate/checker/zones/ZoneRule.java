package io.quorate.checker.zones;

import io.quorate.checker.Access;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Truth;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The zone rule written down a second time, pair by pair, each condition of which can be left out.
 */
record ZoneRule(Set<Condition> left) {
  enum Condition {
    INITIAL_CLUSTER,
    ANY_PAIR_OF_A_CHAIN,
    FORWARD_OVERLAP,
    BACKWARD_INSIDE,
    READ_BEFORE_WRITE,
    ONE_CAS_A_VALUE,
    UNOBSERVED_IS_DROPPED,
    OBSERVED_FROM_THE_ENDS,
    OBSERVED_HAS_NO_BOUND
  }

  private record Item(Access access, long invoke, long end, boolean known) {}

  private static final class Cluster {
    long earliestReturn = Operation.OPEN;
    long latestInvocation = Long.MIN_VALUE;
    long writeInvoked = Long.MIN_VALUE;
    long firstRead = Operation.OPEN;

    void join(Item item) {
      earliestReturn = Math.min(earliestReturn, item.end);
      latestInvocation = Math.max(latestInvocation, item.invoke);
    }
  }

  private boolean has(Condition condition) {
    return !left.contains(condition);
  }

  boolean legal(History history, RegisterModel model, FailedCas failedCas) {
    List<Item> items = effective(items(history, model, failedCas));
    Map<Value, Cluster> clusters = new LinkedHashMap<>();
    Map<Value, Value> next = new LinkedHashMap<>();
    clusters.put(model.initial(), new Cluster());
    if (has(Condition.INITIAL_CLUSTER)) {
      clusters.get(model.initial()).earliestReturn = Long.MIN_VALUE;
    }
    for (Item item : items) {
      Value written = written(item.access);
      if (written != null) {
        Cluster cluster = clusters.computeIfAbsent(written, v -> new Cluster());
        cluster.join(item);
        cluster.writeInvoked = item.invoke;
      }
    }
    for (Item item : items) {
      Value seen = seen(item.access);
      Cluster cluster = seen == null ? null : clusters.get(seen);
      if (seen != null && cluster == null) {
        return false;
      }
      if (item.access instanceof Access.Cas cas) {
        if (next.put(seen, cas.to()) != null && has(Condition.ONE_CAS_A_VALUE)) {
          return false;
        }
      } else if (cluster != null) {
        cluster.join(item);
        cluster.firstRead = Math.min(cluster.firstRead, item.end);
      }
    }
    boolean early = clusters.values().stream().anyMatch(c -> c.firstRead < c.writeInvoked);
    return !(early && has(Condition.READ_BEFORE_WRITE)) && chained(clusters, next);
  }

  private boolean chained(Map<Value, Cluster> clusters, Map<Value, Value> next) {
    List<Cluster> blocks = new ArrayList<>();
    int glued = 0;
    for (Value first : clusters.keySet()) {
      if (!next.containsValue(first)) {
        List<Cluster> chain = new ArrayList<>();
        for (Value v = first; v != null; v = next.get(v)) {
          chain.add(clusters.get(v));
        }
        if (turned(chain)) {
          return false;
        }
        glued += chain.size();
        blocks.add(block(chain));
      }
    }
    boolean rings = glued < clusters.size() && has(Condition.ONE_CAS_A_VALUE);
    return !rings && blocks.stream().noneMatch(a -> blocks.stream().anyMatch(b -> clash(a, b)));
  }

  private static Cluster block(List<Cluster> chain) {
    Cluster block = new Cluster();
    for (Cluster c : chain) {
      block.earliestReturn = Math.min(block.earliestReturn, c.earliestReturn);
      block.latestInvocation = Math.max(block.latestInvocation, c.latestInvocation);
    }
    return block;
  }

  private boolean turned(List<Cluster> chain) {
    for (int i = 0; i < chain.size(); i++) {
      int last = has(Condition.ANY_PAIR_OF_A_CHAIN) ? chain.size() : Math.min(i + 2, chain.size());
      for (int j = i + 1; j < last; j++) {
        if (chain.get(j).earliestReturn < chain.get(i).latestInvocation) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean clash(Cluster a, Cluster b) {
    boolean forward = b.earliestReturn < b.latestInvocation;
    return a != b
        && a.earliestReturn < a.latestInvocation
        && a.earliestReturn < b.latestInvocation
        && b.earliestReturn < a.latestInvocation
        && has(forward ? Condition.FORWARD_OVERLAP : Condition.BACKWARD_INSIDE);
  }

  private List<Item> effective(List<Item> items) {
    Set<String> observed = new TreeSet<>();
    for (Item item : items) {
      Value seen = seen(item.access);
      if (seen != null && (item.known || !has(Condition.OBSERVED_FROM_THE_ENDS))) {
        observed.add(seen.toString());
      }
    }
    for (int round = 0; round < items.size(); round++) {
      for (Item item : items) {
        if (!item.known
            && item.access instanceof Access.Cas cas
            && observed.contains(cas.to().toString())) {
          observed.add(cas.from().toString());
        }
      }
    }
    return items.stream()
        .filter(item ->
            item.known
                || !has(Condition.UNOBSERVED_IS_DROPPED)
                || observed.contains(Objects.toString(written(item.access))))
        .toList();
  }

  private List<Item> items(History history, RegisterModel model, FailedCas failedCas) {
    List<Item> items = new ArrayList<>();
    for (Operation o : history.operations()) {
      Access access = Truth.access(model, o, failedCas);
      boolean known = o.returnOrder() != Operation.OPEN;
      boolean counts = seen(access) != null || written(access) != null;
      if (counts && (known || !(access instanceof Access.Read))) {
        boolean bounded = known || has(Condition.OBSERVED_HAS_NO_BOUND);
        long end = bounded ? o.returnOrder() : o.invokeOrder() + 1;
        items.add(new Item(access, o.invokeOrder(), end, known));
      }
    }
    return items;
  }

  @SuppressWarnings("NullAway")
  private static Value seen(Access access) {
    return switch (access) {
      case Access.Read read -> read.value();
      case Access.Cas cas -> cas.from();
      case Access.Write write -> null;
      case Access.Differs differs -> null;
      case Access.Nothing nothing -> null;
    };
  }

  @SuppressWarnings("NullAway")
  private static Value written(Access access) {
    return switch (access) {
      case Access.Write write -> write.value();
      case Access.Cas cas -> cas.to();
      case Access.Read read -> null;
      case Access.Differs differs -> null;
      case Access.Nothing nothing -> null;
    };
  }
}
