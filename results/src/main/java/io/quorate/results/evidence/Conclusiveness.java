package io.quorate.results.evidence;

import io.quorate.history.Disturbance;
import io.quorate.history.Header;
import io.quorate.results.Finding;
import io.quorate.results.Requirements;
import io.quorate.results.RunSettings;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules of evidence together.
 *
 * <p>{@code began}: the product was ready and clients got answers. {@code schedule}: steps that
 * were not taken are listed; when the schedule has faults and none was taken, that is not a test.
 * {@code proof}: {@link ProofRules}. {@code exercise}, {@code silence}: {@link ExerciseRules}.
 * {@code volume}: enough ok operations in all. {@code recovery}: at least one after the last heal.
 */
public final class Conclusiveness {
  /** The rule that a fault was really there, and really went away. */
  public static final String PROOF = ProofRules.PROOF;

  static final String BEGAN = "began";
  static final String SCHEDULE = "schedule";
  static final String VOLUME = "volume";
  static final String RECOVERY = "recovery";
  static final String STALLS = "stalls";

  private final Header header;
  private final Measures measures;
  private final RunSettings settings;
  private final Requirements needs;
  private final List<Finding> findings = new ArrayList<>();

  private Conclusiveness(Header header, Measures measures, RunSettings settings) {
    this.header = header;
    this.measures = measures;
    this.settings = settings;
    this.needs = settings.requirements();
  }

  /** Returns what every rule says about a run with these measures, in the order of the run. */
  public static List<Finding> findings(Header header, Measures measures, RunSettings settings) {
    return new Conclusiveness(header, measures, settings).findings();
  }

  private List<Finding> findings() {
    began();
    schedule();
    int landed = 0;
    for (FaultMeasure fault : measures.faults()) {
      List<Finding> proof = ProofRules.of(fault, needs);
      findings.addAll(proof);
      landed += proof.stream().allMatch(f -> f.status() == Finding.Status.MET) ? 1 : 0;
    }
    landed(landed);
    findings.addAll(new ExerciseRules(header, measures, settings).findings());
    volume();
    recovery();
    stalls();
    return List.copyOf(findings);
  }

  private void began() {
    settings
        .doubts()
        .forEach(doubt -> findings.add(Finding.missing(BEGAN, null, Words.sentence(doubt))));
    Tally all = measures.tallies().all();
    if (all.attempts() == 0) {
      findings.add(Finding.missing(BEGAN, null, "No operation was ever invoked."));
    } else if (all.ok() == 0) {
      findings.add(
          Finding.missing(
              BEGAN,
              null,
              Words.count(all.attempts(), "operation was", "operations were")
                  + " invoked and none was ever answered with ok."));
    }
  }

  private void schedule() {
    for (Disturbance step : measures.notTaken()) {
      String why = step.evidence().isEmpty() ? "" : ": " + step.evidence().getLast().note();
      String sentence =
          "Step " + step.id() + " (" + step.fault() + ") was planned and not taken" + why + ".";
      findings.add(Finding.note(SCHEDULE, step.id(), sentence));
    }
  }

  private void landed(int landed) {
    if (!settings.faultsExpected()) {
      findings.add(Finding.met(SCHEDULE, null, "A calm run: no fault was planned."));
      return;
    }
    String sentence =
        measures.faults().isEmpty()
            ? "The schedule has faults, but none was ever taken."
            : String.format(
                "%d of %d faults landed and were proven at every look; %d needed.",
                landed, measures.faults().size(), needs.faultsLanded());
    findings.add(Finding.of(landed >= needs.faultsLanded(), SCHEDULE, null, sentence));
  }

  private void volume() {
    long ok = measures.tallies().all().ok();
    String sentence =
        Words.count(ok, "operation", "operations")
            + " ok in all; "
            + Words.number(needs.okInAll())
            + " needed.";
    findings.add(Finding.of(ok >= needs.okInAll(), VOLUME, null, sentence));
  }

  private void recovery() {
    if (measures.faults().isEmpty()) {
      return;
    }
    long ok = measures.okAfterLastLift();
    String sentence =
        Words.count(ok, "operation", "operations")
            + " invoked after the last heal ended ok; "
            + Words.number(needs.okAfterHeal())
            + " needed.";
    findings.add(Finding.of(ok >= needs.okAfterHeal(), RECOVERY, null, sentence));
  }

  private void stalls() {
    if (!measures.stalls().isEmpty()) {
      findings.add(
          Finding.note(
              STALLS,
              null,
              Words.count(measures.stalls().size(), "time", "times")
                  + " the toolkit itself stood still; latencies and outages that overlap are"
                  + " marked, and no rule that rests on them is called broken."));
    }
  }
}
