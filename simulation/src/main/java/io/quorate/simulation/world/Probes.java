package io.quorate.simulation.world;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Evidence.Probe;
import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.partition.Grudges;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Nonces sent along the very wires that the servers use: which arrive, and how late. */
final class Probes {
  /** How many links beside a cut are probed with it. */
  static final int CONTROL_LIMIT = 8;

  /** How long a nonce is waited for beyond the longest it can take. */
  static final long WAIT_NANOS = 10_000_000;

  /** How often it is looked whether a slowed link is fast again. */
  static final int HEAL_TRIES = 40;

  private final Agenda agenda;
  private final Wires wires;
  private final List<Link> all;

  Probes(Agenda agenda, Wires wires, List<String> nodes) {
    this.agenda = agenda;
    this.wires = wires;
    all = Grudges.touching(nodes, nodes);
  }

  /**
   * Links that another fault cuts, before the nonces are sent or while they are under way, can
   * prove nothing beside this one, nor after its heal.
   */
  void cut(List<Link> grudge, Moment moment, Consumer<Evidence> then) {
    boolean gone = Looks.gone(moment);
    List<Link> asked = gone ? uncut(grudge) : List.copyOf(grudge);
    List<Link> controls =
        all.stream()
            .filter(link -> !wires.isCut(link) && !grudge.contains(link))
            .limit(CONTROL_LIMIT)
            .toList();
    List<Link> sent = new ArrayList<>(asked);
    sent.addAll(controls);
    Map<Link, Long> took = send(sent);
    agenda.after(
        patience(sent),
        () ->
            then.accept(
                evidence(took, gone ? uncut(asked) : asked, uncut(controls), moment, gone)));
  }

  private List<Link> uncut(List<Link> links) {
    return links.stream().filter(link -> !wires.isCut(link)).toList();
  }

  private static Evidence evidence(
      Map<Link, Long> took, List<Link> asked, List<Link> controls, Moment moment, boolean gone) {
    long through = asked.stream().filter(link -> arrived(took, link)).count();
    long beside = controls.stream().filter(link -> arrived(took, link)).count();
    boolean proven = through == (gone ? asked.size() : 0) && beside == controls.size();
    String note =
        through
            + " of "
            + asked.size()
            + " nonces arrived along the links "
            + (gone ? "healed" : "cut")
            + ", "
            + beside
            + " of "
            + controls.size()
            + " beside them";
    List<Probe> probes = new ArrayList<>();
    asked.forEach(link -> probes.add(new Probe(link, arrived(took, link))));
    return new Evidence(moment, proven, note, probes);
  }

  /**
   * While in force no nonce may be faster than the delay, afterwards none slower than usual; what
   * is still under way from before holds up what comes behind it, so that is looked for again.
   */
  void delay(Fault.Delay fault, Moment moment, Consumer<Evidence> then) {
    delay(fault, moment, Looks.gone(moment) ? HEAL_TRIES : 1, then);
  }

  private void delay(Fault.Delay fault, Moment moment, int tries, Consumer<Evidence> then) {
    boolean gone = Looks.gone(moment);
    List<Link> asked = uncut(fault.links());
    Map<Link, Long> took = send(asked);
    agenda.after(
        patience(asked),
        () -> {
          long least = gone ? wires.usualNanos() + 1 : fault.delayNanos();
          long slow = asked.stream().filter(link -> late(took, link, least)).count();
          boolean proven = slow == (gone ? 0 : asked.size());
          if (proven || tries == 1) {
            String note = slow + " of " + asked.size() + " links delayed by as much";
            then.accept(new Evidence(moment, proven, note, List.of()));
          } else {
            delay(fault, moment, tries - 1, then);
          }
        });
  }

  private long patience(List<Link> links) {
    return WAIT_NANOS + links.stream().mapToLong(wires::mostNanos).max().orElse(0);
  }

  private Map<Link, Long> send(List<Link> links) {
    Map<Link, Long> took = new TreeMap<>();
    long sent = agenda.now();
    for (Link link : links) {
      wires.carry(link, () -> took.put(link, agenda.now() - sent));
    }
    return took;
  }

  private static boolean arrived(Map<Link, Long> took, Link link) {
    return took.containsKey(link);
  }

  private static boolean late(Map<Link, Long> took, Link link, long delayNanos) {
    return took.getOrDefault(link, Long.MAX_VALUE) >= delayNanos;
  }
}
