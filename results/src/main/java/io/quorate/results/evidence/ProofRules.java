package io.quorate.results.evidence;

import io.quorate.history.Disturbance;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.results.Finding;
import io.quorate.results.Requirements;
import io.quorate.results.measures.FaultMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a fault really was there, and really went away.
 *
 * <p>It must have been seen after the cut and before the heal, half-way too when it lasted, and
 * seen gone after the heal. Any look that found otherwise spoils it: a fault that lapsed half-way
 * does not count.
 */
final class ProofRules {
  static final String PROOF = "proof";

  private static final Map<Moment, String> WHEN =
      Map.of(
          Moment.BEFORE_CUT, "before it was injected",
          Moment.AFTER_CUT, "right after it was injected",
          Moment.HALF_WAY, "half-way",
          Moment.BEFORE_HEAL, "right before the heal",
          Moment.AFTER_HEAL, "after the heal");

  private ProofRules() {}

  /** Returns one met finding, or one missing finding for each thing missing. */
  static List<Finding> of(FaultMeasure measure, Requirements needs) {
    Disturbance fault = measure.fault();
    List<Finding> findings = new ArrayList<>();
    if (fault.fate() == Disturbance.Fate.FAILED) {
      findings.add(missing(fault, "could not be injected or lifted" + lastNote(fault)));
    }
    for (Evidence evidence : fault.evidence()) {
      if (!evidence.proven()) {
        findings.add(missing(fault, "did not hold " + when(evidence) + ": " + evidence.note()));
      }
    }
    for (Moment moment : demanded(measure, needs)) {
      if (fault.evidence().stream().noneMatch(e -> e.moment() == moment)) {
        findings.add(missing(fault, "was not looked at " + WHEN.get(moment)));
      }
    }
    if (fault.liftedNanos() == Disturbance.NEVER) {
      findings.add(missing(fault, "was never lifted"));
    }
    return findings.isEmpty() ? List.of(proven(measure)) : findings;
  }

  /** Returns the moments at which a fault that lasted so long must have been looked at. */
  static List<Moment> demanded(FaultMeasure measure, Requirements needs) {
    List<Moment> moments = new ArrayList<>(List.of(Moment.AFTER_CUT));
    if (measure.inForce().nanos() >= needs.shortFault().toNanos()) {
      moments.add(Moment.HALF_WAY);
    }
    if (measure.fault().liftedNanos() != Disturbance.NEVER) {
      moments.add(Moment.BEFORE_HEAL);
      moments.add(Moment.AFTER_HEAL);
    }
    return moments;
  }

  private static Finding proven(FaultMeasure measure) {
    Disturbance fault = measure.fault();
    String sentence =
        name(fault)
            + " was in force for "
            + Words.duration(measure.inForce().nanos())
            + ", proven by "
            + Words.count(looks(fault), "look", "looks")
            + ", and gone after the heal.";
    return Finding.met(PROOF, fault.id(), sentence);
  }

  /** Who led before it was injected is no look at the fault. */
  private static long looks(Disturbance fault) {
    return fault.evidence().stream().filter(seen -> seen.leader().isEmpty()).count();
  }

  private static Finding missing(Disturbance fault, String what) {
    String sentence = name(fault) + " " + what;
    return Finding.missing(PROOF, fault.id(), sentence.endsWith(".") ? sentence : sentence + ".");
  }

  private static String when(Evidence evidence) {
    return WHEN.getOrDefault(evidence.moment(), evidence.moment().name());
  }

  private static String lastNote(Disturbance fault) {
    return fault.evidence().isEmpty() ? "" : ": " + fault.evidence().getLast().note();
  }

  /** Returns {@code Fault f2 (partition isolate n3 with c3)}. */
  static String name(Disturbance fault) {
    return "Fault " + fault.id() + " (" + fault.fault() + ")";
  }
}
