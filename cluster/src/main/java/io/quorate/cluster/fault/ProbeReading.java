package io.quorate.cluster.fault;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Evidence.Probe;
import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the probes of one look prove.
 *
 * <p>While a cut is to be in force no nonce of the grudge may arrive, and at least one outside it
 * must: otherwise the silence may be the probe's own. Before and after, all of them must arrive.
 */
final class ProbeReading {
  private final Map<Link, Boolean> arrived = new TreeMap<>();
  private final List<Probe> probes;
  private final Collection<Link> grudge;
  private final Collection<Link> controls;

  ProbeReading(List<Probe> probes, Collection<Link> grudge, Collection<Link> controls) {
    this.probes = probes;
    this.grudge = grudge;
    this.controls = controls;
    for (Probe probe : probes) {
      arrived.merge(probe.link(), probe.arrived(), Boolean::logicalOr);
    }
  }

  /** Whether a nonce could be sent along every link of the grudge, whatever became of it. */
  boolean complete() {
    return arrived.keySet().containsAll(grudge);
  }

  Evidence at(Moment moment) {
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> cut(moment);
      case BEFORE_CUT, AFTER_HEAL -> sound(moment);
    };
  }

  private Evidence cut(Moment moment) {
    List<Link> leaks = grudge.stream().filter(link -> said(link, true)).toList();
    long controlsArrived = controls.stream().filter(link -> said(link, true)).count();
    if (!leaks.isEmpty()) {
      return evidence(moment, false, "not cut: nonces arrived along " + words(leaks));
    }
    if (!unprobed().isEmpty()) {
      return evidence(moment, false, "not proven: no nonce could be sent along " + unprobed());
    }
    if (controlsArrived == 0) {
      return evidence(
          moment,
          false,
          "not proven: no nonce arrived outside the grudge either, so the probes "
              + "themselves may be broken");
    }
    return evidence(
        moment,
        true,
        "no nonce arrived along the "
            + grudge.size()
            + " links of the grudge; "
            + controlsArrived
            + " of "
            + controls.size()
            + " outside it did");
  }

  private Evidence sound(Moment moment) {
    List<Link> silent = grudge.stream().filter(link -> said(link, false)).toList();
    if (!silent.isEmpty()) {
      return evidence(moment, false, "no nonce arrived along " + words(silent));
    }
    if (!unprobed().isEmpty()) {
      return evidence(moment, false, "not proven: no nonce could be sent along " + unprobed());
    }
    if (grudge.isEmpty()) {
      return evidence(moment, false, "not proven: other faults still cut all links of the grudge");
    }
    return evidence(moment, true, "nonces arrived along all " + grudge.size() + " links");
  }

  private String unprobed() {
    return words(grudge.stream().filter(link -> !arrived.containsKey(link)).toList());
  }

  private boolean said(Link link, boolean wanted) {
    Boolean said = arrived.get(link);
    return said != null && said == wanted;
  }

  private Evidence evidence(Moment moment, boolean proven, String note) {
    return new Evidence(moment, proven, note, probes);
  }

  static String words(Collection<Link> links) {
    return new ArrayList<>(links).stream().map(Link::toString).collect(Collectors.joining(" "));
  }
}
