package io.quorate.results.sample;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A run as a healthy cluster of five would record it, drawn from a seed: ten workers over four
 * registers; clients cut off with a minority time out; the others wait for an election of 350 ms.
 */
public final class SampleRun {
  /** How many workers drive it. */
  public static final int WORKERS = 10;

  private static final long MS = 1_000_000;
  private static final long TIMEOUT = 120 * MS;
  private static final long ELECTION = 350 * MS;
  private static final List<String> NODES = List.of("n1", "n2", "n3", "n4", "n5");

  private final SplittableRandom random;
  private final long endNanos;
  private final double thinkNanos;
  private final List<FaultPlan> faults;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> registers = new HashMap<>();
  private long counter;
  private boolean deaf;
  private boolean mute;

  private SampleRun(long seed, double seconds, double rate, List<FaultPlan> faults) {
    this.random = new SplittableRandom(seed);
    this.endNanos = (long) (seconds * 1e9);
    this.thinkNanos = WORKERS * 1e9 / rate;
    this.faults = faults;
  }

  /** Returns about {@code seconds * rate} operations under {@code faults}. */
  public static History of(long seed, double seconds, double rate, List<FaultPlan> faults) {
    return new SampleRun(seed, seconds, rate, faults).history(seed);
  }

  /** Returns a run whose faults are recorded, but take nobody off. */
  public static History untouched(long seed, double seconds, double rate, List<FaultPlan> faults) {
    SampleRun run = new SampleRun(seed, seconds, rate, faults);
    run.deaf = true;
    return run.history(seed);
  }

  /** Returns a run in which no client ever has an answer. */
  public static History failing(long seed, double seconds, double rate) {
    SampleRun run = new SampleRun(seed, seconds, rate, List.of());
    run.mute = true;
    return run.history(seed);
  }

  /** Returns a run of which {@code last} is one more line. */
  public static History with(
      long seed, double seconds, double rate, List<FaultPlan> faults, Entry last) {
    SampleRun run = new SampleRun(seed, seconds, rate, faults);
    run.entries.add(last);
    return run.history(seed);
  }

  /** Returns the faults of the usual sample: a cut-off node, a killed one, a paused one. */
  public static List<FaultPlan> usualFaults() {
    return List.of(
        FaultPlan.isolate("f1", 5_000, 11_000, 5, "n3"),
        FaultPlan.strike("kill", "f2", 14_000, 18_000, "n1"),
        FaultPlan.isolate("f3", 20_500, 25_000, 5, "n2", "n4"));
  }

  private History history(long seed) {
    for (int worker = 0; worker < WORKERS; worker++) {
      work(worker);
    }
    faults.forEach(f -> entries.addAll(f.entries()));
    entries.sort(Comparator.comparingLong(Entry::timeNanos));
    Header header = new Header(1, "cas-register", Header.FailedCas.IGNORE, seed, NODES);
    History.Builder builder = History.builder(header);
    entries.forEach(builder::add);
    return builder.build();
  }

  private void work(int worker) {
    String group = "c" + (worker % NODES.size() + 1);
    long process = worker;
    long now = (long) (random.nextDouble() * thinkNanos);
    while (now < endNanos) {
      long due = now;
      long start = afterStall(due) + (long) (random.nextDouble() * 0.2 * MS);
      Completion completion;
      long end;
      Invocation asked = ask();
      String node = group.replace('c', 'n');
      if (lost(group, start)) {
        boolean refused = random.nextInt(3) == 0;
        end = start + (refused ? 20 * MS : TIMEOUT);
        completion = refused ? new Completion.Fail("not leader") : new Completion.Info("timeout");
      } else {
        end = start + latency(start);
        completion = answer(asked);
      }
      entries.add(new Entry.Invoked(start, due, process, asked, node));
      entries.add(new Entry.Completed(end, process, completion, node));
      process += completion instanceof Completion.Info ? WORKERS : 0;
      now = Math.max(end, due + (long) (-Math.log(1 - random.nextDouble()) * thinkNanos)) + 1000;
    }
  }

  private boolean lost(String group, long at) {
    return mute || (!deaf && faults.stream().anyMatch(f -> takes(f, group, at)));
  }

  private static boolean takes(FaultPlan fault, String group, long at) {
    return !fault.isStall() && in(fault, at) && fault.cutsOff(group);
  }

  private long latency(long at) {
    double ms = 1.4 * Math.exp(0.45 * gaussian());
    ms += random.nextInt(400) == 0 ? 20 + random.nextInt(60) : 0;
    long wait = 0;
    for (FaultPlan fault : faults) {
      long elected = fault.fromMs() * MS + ELECTION;
      if (!deaf && !fault.isStall() && in(fault, at) && at < elected) {
        wait = Math.max(wait, elected - at);
      }
    }
    return wait + (long) (ms * MS);
  }

  private long afterStall(long at) {
    long start = at;
    for (FaultPlan fault : faults) {
      start = fault.isStall() && in(fault, start) ? fault.toMs() * MS : start;
    }
    return start;
  }

  private static boolean in(FaultPlan fault, long at) {
    return at >= fault.fromMs() * MS && at <= fault.toMs() * MS;
  }

  private Invocation ask() {
    String key = "k" + random.nextInt(4);
    double u = random.nextDouble();
    if (u < 0.5) {
      return new Invocation("read", key, Value.NIL);
    }
    if (u < 0.75) {
      return new Invocation("write", key, Value.of(++counter));
    }
    Value expected = Value.of(registers.getOrDefault(key, 0L));
    return new Invocation("cas", key, Value.sequence(expected, Value.of(++counter)));
  }

  private Completion answer(Invocation asked) {
    String key = String.valueOf(asked.key());
    if (asked.function().equals("cas") && random.nextInt(4) == 0) {
      return new Completion.Fail(Completion.Fail.MISMATCH);
    }
    if (!asked.function().equals("read")) {
      registers.put(key, counter);
      return new Completion.Ok(asked.argument());
    }
    return new Completion.Ok(Value.of(registers.getOrDefault(key, 0L)));
  }

  private double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
