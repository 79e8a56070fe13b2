package io.quorate.results.measures.meter;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Operation;
import io.quorate.results.measures.FaultKind;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.Side;
import io.quorate.results.measures.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures one fault in two passes over the operations. */
final class FaultMeter {
  private final Disturbance fault;
  private final FaultKind kind;
  private final Window inForce;
  private final OutageMeter everybody;
  private final TallyTable tallies = new TallyTable();
  private final List<SideMeter> sides = new ArrayList<>();

  FaultMeter(Disturbance fault, Homes homes, long endNanos) {
    this.fault = fault;
    this.kind = FaultKind.of(fault);
    this.inForce = Window.inForce(fault, endNanos);
    this.everybody = new OutageMeter(fault, inForce, endNanos);
    for (Side side : geometry(homes.nodes(), List.of(fault)).of(homes.groups())) {
      sides.add(new SideMeter(side, new OutageMeter(fault, inForce, endNanos)));
    }
  }

  /** Returns the geometry that {@code faults} together leave. */
  static Sides geometry(List<String> nodes, List<Disturbance> faults) {
    List<Link> cut = new ArrayList<>();
    List<String> struck = new ArrayList<>();
    for (Disturbance fault : faults) {
      if (FaultKind.of(fault).takesAway()) {
        cut.addAll(fault.links());
        struck.addAll(fault.nodes());
      }
    }
    return new Sides(nodes, cut, struck);
  }

  /** First pass. */
  void first(Operation operation, @Nullable String group) {
    boolean ok = operation.completion().kind() == Completion.Kind.OK;
    SideMeter home = sideOf(group);
    if (ok) {
      everybody.seek(operation.invokedNanos(), operation.completedNanos());
      if (home != null) {
        home.outage().seek(operation.invokedNanos(), operation.completedNanos());
      }
    }
    if (!inForce.holds(operation.invokedNanos())) {
      return;
    }
    boolean ended = inForce.holds(operation.completedNanos());
    tallies.add(operation, ended);
    if (home != null) {
      home.count(operation, ended);
    }
    if (ok && ended && !operation.invocation().function().equals(Invocation.READ)) {
      acknowledged(operation, home);
    }
  }

  private void acknowledged(Operation operation, @Nullable SideMeter home) {
    for (SideMeter side : sides) {
      String node = operation.node();
      if (side == home || (node != null && side.side().nodes().contains(node))) {
        side.acknowledged(operation);
      }
    }
  }

  /** Second pass, over the ok operations alone. */
  void second(Operation operation, @Nullable String group) {
    everybody.gap(operation.completedNanos());
    SideMeter home = sideOf(group);
    if (home != null) {
      home.outage().gap(operation.completedNanos());
    }
  }

  FaultMeasure measure(CalmRate calm, boolean majorityLeft, List<Disturbance> stalls) {
    Window looked = new Window(fault.commandedNanos(), everybody.to());
    List<String> overlapping =
        stalls.stream()
            .filter(s -> Window.inForce(s, s.commandedNanos()).overlaps(looked))
            .map(Disturbance::id)
            .toList();
    return new FaultMeasure(
        fault,
        kind,
        inForce,
        sides.stream().map(s -> s.measure(calm)).toList(),
        tallies.tallies(),
        everybody.outage(calm.floor()),
        majorityLeft,
        overlapping);
  }

  private @Nullable SideMeter sideOf(@Nullable String group) {
    for (SideMeter side : sides) {
      if (side.side().clients().contains(group)) {
        return side;
      }
    }
    return null;
  }
}
