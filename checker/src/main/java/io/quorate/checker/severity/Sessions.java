package io.quorate.checker.severity;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.severity.Breach.Promise;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds broken promises to single processes, one key after another, in one walk each. */
final class Sessions {
  private final History history;
  private final List<Breach> breaches = new ArrayList<>();
  private int all;

  Sessions(History history) {
    this.history = history;
  }

  /** What one process knows of one key: its newest observation and its newest write. */
  private static final class Trail {
    private int seen = -1;
    private long seenSince = Versions.NEVER;
    private int written = -1;
    private boolean readsTold;
    private boolean writesTold;
  }

  /** Takes the operations of one key into account. */
  void add(RegisterOperations register, Versions versions) {
    Operations operations = register.operations();
    Map<Long, Trail> trails = new HashMap<>();
    for (int i = 0; i < register.size(); i++) {
      long process = history.operation(operations.row(i)).process();
      Trail trail = trails.computeIfAbsent(process, p -> new Trail());
      if (versions.saw(i)) {
        look(operations, versions, trail, i);
      }
      if (register.surelyWrites(i)) {
        trail.written = i;
      }
    }
  }

  private void look(Operations operations, Versions versions, Trail trail, int i) {
    long latest = versions.latest(i);
    boolean known = latest != Versions.NEVER;
    if (known && trail.seen >= 0 && latest < trail.seenSince) {
      tell(Promise.MONOTONIC_READS, operations, trail.seen, i, trail.readsTold);
      trail.readsTold = true;
    }
    if (known && trail.written >= 0 && latest < operations.invoke(trail.written)) {
      tell(Promise.READ_YOUR_WRITES, operations, trail.written, i, trail.writesTold);
      trail.writesTold = true;
    }
    long earliest = versions.earliest(i);
    if (earliest > trail.seenSince) {
      trail.seen = i;
      trail.seenSince = earliest;
    }
  }

  private void tell(Promise promise, Operations operations, int earlier, int later, boolean told) {
    all++;
    if (!told && breaches.size() < Severity.MOST_BREACHES) {
      breaches.add(
          new Breach(
              promise,
              history.operation(operations.row(earlier)),
              history.operation(operations.row(later))));
    }
  }

  List<Breach> breaches() {
    return breaches;
  }

  int all() {
    return all;
  }
}
