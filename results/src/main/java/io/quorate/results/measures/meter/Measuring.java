package io.quorate.results.measures.meter;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the measures of a run: three passes over its operations and no copy of them, so that ten
 * million operations need little more than the history itself.
 */
public final class Measuring {
  private final History history;
  private final Homes homes;
  private final long endNanos;
  private final List<Disturbance> stalls;
  private final List<Disturbance> taken;
  private final List<Disturbance> notTaken;
  private final List<FaultMeter> meters;
  private final CalmRate calm;

  private Measuring(History history, Homes homes) {
    this.history = history;
    this.homes = homes;
    this.endNanos = end(history);
    List<Disturbance> all = history.disturbances();
    this.stalls = all.stream().filter(Measuring::stall).toList();
    List<Disturbance> faults = all.stream().filter(d -> !stall(d)).toList();
    this.taken = faults.stream().filter(Measuring::commanded).toList();
    this.notTaken = faults.stream().filter(d -> !commanded(d)).toList();
    this.meters = taken.stream().map(f -> new FaultMeter(f, homes, endNanos)).toList();
    this.calm = new CalmRate(felt(), endNanos);
  }

  /** Returns the measures of {@code history}, whose clients live in {@code homes}. */
  public static Measures of(History history, Homes homes) {
    return new Measuring(history, homes).measures();
  }

  /** Returns the last moment anything was recorded. */
  public static long end(History history) {
    long end = 0;
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      end = Math.max(end, o.invokedNanos());
      end = o.completedNanos() == Operation.OPEN ? end : Math.max(end, o.completedNanos());
    }
    for (Disturbance d : history.disturbances()) {
      end = Math.max(end, Math.max(d.plannedNanos(), d.commandedNanos()));
      end = Math.max(end, Math.max(d.liftedNanos(), d.confirmedLiftedNanos()));
    }
    return end;
  }

  /** Whether {@code disturbance} is the toolkit's own standing still. */
  public static boolean stall(Disturbance disturbance) {
    return disturbance.isHarnessStall();
  }

  private static boolean commanded(Disturbance fault) {
    return fault.commandedNanos() != Disturbance.NEVER;
  }

  private List<Window> felt() {
    return taken.stream().map(f -> Window.felt(f, endNanos)).toList();
  }

  private Measures measures() {
    TallyTable tallies = new TallyTable();
    LatencyTable latencies = new LatencyTable(felt());
    RateTable rates = new RateTable(endNanos);
    long lastLift = taken.stream().mapToLong(this::lift).max().orElse(0);
    long okAfter = 0;
    for (int i = 0; i < history.size(); i++) {
      Operation operation = history.operation(i);
      tallies.add(operation, true);
      latencies.add(operation);
      rates.add(operation);
      first(operation);
      boolean after = operation.invokedNanos() >= lastLift;
      okAfter += after && operation.completion().kind() == Completion.Kind.OK ? 1 : 0;
    }
    second();
    return new Measures(
        endNanos,
        history.size(),
        tallies.tallies(),
        latencies.rows(),
        rates.rates(),
        faults(),
        notTaken,
        stalls,
        okAfter);
  }

  /** A fault that was never lifted is lifted after everything: nothing comes after it. */
  private long lift(Disturbance fault) {
    return fault.liftedNanos() == Disturbance.NEVER ? Long.MAX_VALUE : fault.liftedNanos();
  }

  private void first(Operation operation) {
    String group = group(operation);
    if (operation.completion().kind() == Completion.Kind.OK) {
      calm.add(group == null ? "" : group, operation.completedNanos());
    }
    for (FaultMeter meter : meters) {
      meter.first(operation, group);
    }
  }

  private void second() {
    for (int i = 0; i < history.size() && !meters.isEmpty(); i++) {
      Operation operation = history.operation(i);
      if (operation.completion().kind() == Completion.Kind.OK) {
        String group = group(operation);
        for (FaultMeter meter : meters) {
          meter.second(operation, group);
        }
      }
    }
  }

  private List<FaultMeasure> faults() {
    List<FaultMeasure> measures = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      measures.add(meters.get(i).measure(calm, majorityLeft(taken.get(i)), stalls));
    }
    return measures;
  }

  private boolean majorityLeft(Disturbance fault) {
    Window window = Window.inForce(fault, endNanos);
    List<Disturbance> together =
        taken.stream().filter(f -> Window.felt(f, endNanos).overlaps(window)).toList();
    return FaultMeter.geometry(homes.nodes(), together).leaveMajority();
  }

  private @Nullable String group(Operation operation) {
    return homes.known() ? homes.of(operation) : null;
  }
}
