package io.quorate.raft.sim;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.LogEntry;
import io.quorate.raft.machine.Machine;
import io.quorate.raft.machine.Result;
import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.rules.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Linearizability of the clients' answers, cheaply: the committed log is the order, values are
 * unique, so each answer has a place in it. An answer must not come from before the place of any
 * answer that was given before it was asked.
 */
final class RegisterLaw {
  /** A command's place in the committed log, and what it came to. */
  private record Executed(long index, Result result) {}

  /** A request that is under way. */
  record Asked(ClientRequest request, String key, long floor) {}

  private final List<LogEntry> committed;
  private final Machine machine = new Machine(new Session() {}, StateLimits.STANDARD);
  private final Map<String, Executed> byValue = new HashMap<>();
  private final Map<String, TreeSet<Long>> writes = new TreeMap<>();
  private final Map<String, Long> floors = new TreeMap<>();
  private final Map<String, String> surelyNot = new HashMap<>();
  private int replayed;

  RegisterLaw(List<LogEntry> committed) {
    this.committed = committed;
  }

  /** A client is about to ask. */
  Asked asks(ClientRequest request) {
    String key = key(request);
    return new Asked(request, key, floors.getOrDefault(key, 0L));
  }

  /** Its answer came. */
  void answered(Asked asked, ClientResponse response) {
    replay();
    switch (response) {
      case ClientResponse.Value value -> place(asked, version(asked, value.value()), response);
      case ClientResponse.Ok ok -> execution(asked, Result.DONE, response);
      case ClientResponse.No no -> execution(asked, Result.MISMATCH, response);
      case ClientResponse.NotLeader no -> surelyNot(asked);
      case ClientResponse.Refused no -> surelyNot(asked);
      case ClientResponse.Unknown unknown -> {}
      case ClientResponse.Opened opened -> {}
      case ClientResponse.Page page -> {}
      case ClientResponse.Status status -> {}
      case ClientResponse.ProbeAccount account -> {}
    }
  }

  /** What the committed log amounts to. */
  Map<String, String> expected() {
    replay();
    return machine.registers().contents();
  }

  private void replay() {
    for (; replayed < committed.size(); replayed++) {
      LogEntry entry = committed.get(replayed);
      Result result = machine.apply(entry.index(), entry.command());
      switch (entry.command()) {
        case Command.Noop noop -> {}
        case Command.Configure configure -> {}
        case Command.OpenSession open -> {}
        case Command.InSession once -> {}
        case Command.Delete delete -> {}
        case Command.Append append -> {}
        case Command.Add add -> {}
        case Command.Write write -> executed(write.key(), write.value(), entry, result);
        case Command.CompareAndSet cas -> executed(cas.key(), cas.replacement(), entry, result);
      }
    }
  }

  private void executed(String key, @Nullable String value, LogEntry entry, Result result) {
    Objects.requireNonNull(value);
    require(!surelyNot.containsKey(value), "a refused command was executed", value);
    require(!byValue.containsKey(value), "a command was executed twice", value);
    byValue.put(value, new Executed(entry.index(), result));
    if (result.equals(Result.DONE)) {
      writes.computeIfAbsent(key, k -> new TreeSet<>()).add(entry.index());
    }
  }

  private long version(Asked asked, @Nullable String value) {
    if (value == null) {
      return 0;
    }
    return find(value, "a read saw what is not committed", asked).index();
  }

  /** The version read must still have been the newest at the floor, or later. */
  private void place(Asked asked, long version, ClientResponse response) {
    Long next = writes.getOrDefault(asked.key(), new TreeSet<>()).higher(version);
    require(next == null || next > asked.floor(), "a stale read", asked + " " + response);
    floors.merge(asked.key(), version, Math::max);
  }

  private void execution(Asked asked, Result result, ClientResponse response) {
    String value = Objects.requireNonNull(value(asked.request()));
    Executed executed = find(value, "acknowledged but not committed", asked);
    require(executed.result().equals(result), "a wrong result", asked + " " + response);
    require(executed.index() > asked.floor(), "executed before asked", asked + " " + response);
    floors.merge(asked.key(), executed.index(), Math::max);
  }

  private Executed find(String value, String law, Asked asked) {
    Executed executed = byValue.get(value);
    if (executed == null) {
      throw new BrokenLaw("linearizability: " + law + ": " + value + ", " + asked);
    }
    return executed;
  }

  private void surelyNot(Asked asked) {
    String value = value(asked.request());
    if (value != null) {
      require(!byValue.containsKey(value), "a refused command was executed", value);
      surelyNot.put(value, asked.key());
    }
  }

  private static String key(ClientRequest request) {
    return switch (request) {
      case ClientRequest.Read read -> read.key();
      case ClientRequest.Write write -> write.key();
      case ClientRequest.CompareAndSet cas -> cas.key();
      default -> "";
    };
  }

  private static @Nullable String value(ClientRequest request) {
    return switch (request) {
      case ClientRequest.Write write -> write.value();
      case ClientRequest.CompareAndSet cas -> cas.replacement();
      default -> null;
    };
  }

  private static void require(boolean holds, String law, Object seen) {
    if (!holds) {
      throw new BrokenLaw("linearizability: " + law + ": " + seen);
    }
  }
}
