package io.quorate.simulation.net;

import io.quorate.history.Link;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every wire of a cluster. What is carried arrives after a delay and in order, as on a stream; what
 * is sent into a cut is lost or late, as the conditions have it.
 */
public final class Wires {
  private final Agenda agenda;
  private final Conditions conditions;
  private final Draws draws;
  private final Map<Link, Wire> wires = new TreeMap<>();

  /** Wires that are all sound. */
  public Wires(Agenda agenda, Conditions conditions, Draws draws) {
    this.agenda = agenda;
    this.conditions = conditions;
    this.draws = draws;
  }

  /** Carries something along {@code link}; {@code arrival} happens when it is there. */
  public void carry(Link link, Runnable arrival) {
    Wire wire = wire(link);
    if (wire.isCut()) {
      stopped(wire, arrival);
    } else {
      send(wire, arrival);
    }
  }

  /**
   * Carries a message that the network may lose, double or let others overtake where it is noisy.
   */
  public void carryMessage(Link link, Runnable arrival) {
    Wire wire = wire(link);
    if (wire.noisy.isEmpty() || wire.isCut()) {
      carry(link, arrival);
      return;
    }
    int copies = 1;
    for (Noise noise : wire.noisy.values()) {
      copies += draws.happens(noise.doubledPerMille()) ? 1 : 0;
      copies = draws.happens(noise.lostPerMille()) ? 0 : copies;
    }
    for (int copy = 0; copy < copies; copy++) {
      agenda.after(delay(wire) + lateness(wire), () -> arrive(wire, arrival));
    }
  }

  private long lateness(Wire wire) {
    long late = 0;
    for (Noise noise : wire.noisy.values()) {
      late += draws.happens(noise.latePerMille()) ? draws.between(0, noise.lateNanos()) : 0;
    }
    return late;
  }

  /** Cuts these links on behalf of the fault {@code id}. */
  public void cut(String id, List<Link> links) {
    links.forEach(link -> wire(link).cuts.add(id));
  }

  /** Slows these links on behalf of the fault {@code id}. */
  public void slow(String id, List<Link> links, long delayNanos, long jitterNanos) {
    links.forEach(link -> wire(link).slowed.put(id, new Slowness(delayNanos, jitterNanos)));
  }

  /** Makes these links lose, double and reorder messages on behalf of the fault {@code id}. */
  public void disturb(String id, List<Link> links, Noise noise) {
    links.forEach(link -> wire(link).noisy.put(id, noise));
  }

  /** Lifts whatever the fault {@code id} did; what waited goes on its way. */
  public void lift(String id) {
    for (Wire wire : wires.values()) {
      wire.slowed.remove(id);
      wire.noisy.remove(id);
      if (wire.cuts.remove(id) && !wire.isCut()) {
        List<Runnable> waiting = new ArrayList<>(wire.held);
        wire.held.clear();
        waiting.forEach(arrival -> send(wire, arrival));
      }
    }
  }

  /** The longest that anything takes along a wire that no fault touches. */
  public long usualNanos() {
    return conditions.leastDelayNanos() + 11 * conditions.spreadNanos();
  }

  /** The longest that what is sent along {@code link} now can take, where nothing cuts it. */
  public long mostNanos(Link link) {
    Wire wire = wire(link);
    long most = usualNanos();
    for (Slowness slowness : wire.slowed.values()) {
      most += slowness.delayNanos() + slowness.jitterNanos();
    }
    return Math.max(most, wire.lastArrival - agenda.now() + 1);
  }

  /** Whether a fault makes {@code link} lose, double or reorder messages. */
  public boolean isNoisy(Link link) {
    return !wire(link).noisy.isEmpty();
  }

  /** Whether a fault cuts {@code link}. */
  public boolean isCut(Link link) {
    return wire(link).isCut();
  }

  private Wire wire(Link link) {
    return wires.computeIfAbsent(link, Wire::new);
  }

  private void send(Wire wire, Runnable arrival) {
    long at = Math.max(agenda.now() + delay(wire), wire.lastArrival + 1);
    wire.lastArrival = at;
    agenda.after(at - agenda.now(), () -> arrive(wire, arrival));
  }

  private void arrive(Wire wire, Runnable arrival) {
    if (wire.isCut()) {
      stopped(wire, arrival);
    } else {
      arrival.run();
    }
  }

  private void stopped(Wire wire, Runnable arrival) {
    if (!conditions.losesWhenCut()) {
      wire.hold(arrival);
    }
  }

  private long delay(Wire wire) {
    long delay = conditions.leastDelayNanos() + draws.between(0, conditions.spreadNanos());
    if (draws.happens(conditions.stragglersPerMille())) {
      delay += draws.between(0, 10 * conditions.spreadNanos());
    }
    for (Slowness slowness : wire.slowed.values()) {
      delay += slowness.delayNanos() + draws.between(0, slowness.jitterNanos());
    }
    return delay;
  }
}
