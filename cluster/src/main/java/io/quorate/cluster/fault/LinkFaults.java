package io.quorate.cluster.fault;

import io.quorate.cluster.LinkControl;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Partitions and delays on a world's links, proved by nonces. Made for one thread at a time. */
final class LinkFaults {
  /** How many links outside a grudge are probed beside it. */
  static final int CONTROL_LIMIT = 8;

  /** How often it is looked before a link whose ends could not be asked is told as unproven. */
  static final int PROBE_TRIES = 3;

  /** How often it is looked whether a healed link carries again. */
  static final int HEAL_TRIES = 12;

  private final LinkControl links;
  private final Prober prober;
  private final Ledger ledger;
  private final Map<String, Act> inForce = new LinkedHashMap<>();
  private final Map<String, List<Link>> grudges = new LinkedHashMap<>();

  LinkFaults(LinkControl links, Prober prober, Ledger ledger) {
    this.links = links;
    this.prober = prober;
    this.ledger = ledger;
  }

  void cut(String id, Fault.Partition fault) {
    record(id, fault, fault.grudge());
    grudges.put(id, fault.grudge());
    links.cut(id, fault.grudge());
  }

  void delay(String id, Fault.Delay fault) {
    record(id, fault, fault.links());
    links.delay(
        id,
        fault.links(),
        Duration.ofNanos(fault.delayNanos()),
        Duration.ofNanos(fault.jitterNanos()));
  }

  private void record(String id, Fault fault, Collection<Link> struck) {
    Map<String, String> facts =
        Map.of("fault", fault.describe(), "links", ProbeReading.words(struck));
    Act earlier = inForce.put(id, ledger.intend(Act.Kind.LINKS, id, facts));
    if (earlier != null) {
      ledger.undone(earlier);
    }
  }

  void lift(String id) {
    links.lift(id);
    grudges.remove(id);
    Act act = inForce.remove(id);
    if (act != null) {
      ledger.undone(act);
    }
  }

  void liftAll() {
    links.liftAll();
    grudges.clear();
    inForce.values().forEach(ledger::undone);
    inForce.clear();
  }

  /** Links that another fault still cuts can prove nothing after the heal of this one. */
  Evidence look(String id, Fault.Partition fault, Moment moment) {
    Set<Link> others = cutBeside(id);
    List<Link> grudge =
        switch (moment) {
          case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> fault.grudge();
          case BEFORE_CUT, AFTER_HEAL ->
              fault.grudge().stream().filter(link -> !others.contains(link)).toList();
        };
    List<Link> controls = controls(fault.grudge(), others);
    List<Link> asked = new ArrayList<>(grudge);
    asked.addAll(controls);
    ProbeReading reading = new ProbeReading(prober.probe(asked), grudge, controls);
    for (int again = 1; again < tries(moment) && undecided(reading, moment); again++) {
      reading = new ProbeReading(prober.probe(asked), grudge, controls);
    }
    return reading.at(moment);
  }

  /** A system may need a while to dial anew after a heal; a cut is in force at once or not. */
  private static int tries(Moment moment) {
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> PROBE_TRIES;
      case BEFORE_CUT, AFTER_HEAL -> HEAL_TRIES;
    };
  }

  /** Whether a further look may tell more; what a look of a cut has found is never asked again. */
  private static boolean undecided(ProbeReading reading, Moment moment) {
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> !reading.complete();
      case BEFORE_CUT, AFTER_HEAL -> !reading.at(moment).proven();
    };
  }

  /** A delay is commanded but not measured: nobody here may claim that it is there. */
  Evidence look(Fault.Delay fault, Moment moment) {
    String note = fault.describe() + " was commanded; no probe measures delays";
    return new Evidence(moment, false, note, List.of());
  }

  private Set<Link> cutBeside(String id) {
    Set<Link> cut = new TreeSet<>();
    grudges.forEach((fault, links) -> {
      if (!fault.equals(id)) {
        cut.addAll(links);
      }
    });
    return cut;
  }

  private List<Link> controls(Collection<Link> grudge, Collection<Link> cut) {
    return links.links().stream()
        .filter(link -> !grudge.contains(link) && !cut.contains(link))
        .limit(CONTROL_LIMIT)
        .toList();
  }
}
