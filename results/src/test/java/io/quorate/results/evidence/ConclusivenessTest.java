package io.quorate.results.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.results.Finding;
import io.quorate.results.Finding.Status;
import io.quorate.results.Limits;
import io.quorate.results.RuleResult;
import io.quorate.results.RunSettings;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.meter.Measuring;
import io.quorate.results.sample.FaultPlan;
import io.quorate.results.sample.SampleRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusivenessTest {
  private static final RunSettings FAULTY =
      RunSettings.of("sample", "plan: sample", "./quorate run", SampleRun.WORKERS, true);
  private static final RunSettings CALM =
      RunSettings.of("calm", "plan: calm", "./quorate run", SampleRun.WORKERS, false);
  private static final FaultPlan CUT = FaultPlan.isolate("f1", 4_000, 9_000, 5, "n3");

  @Test
  void aBusyRunUnderProvenFaultsLacksNothing() {
    History history = SampleRun.of(1, 30, 600, SampleRun.usualFaults());

    List<Finding> findings = findings(history, FAULTY);

    assertThat(missing(findings)).isEmpty();
    assertThat(findings).noneMatch(f -> f.status() == Status.SUSPICIOUS);
    assertThat(findings).filteredOn(f -> f.rule().equals("proof")).hasSize(3);
  }

  @Test
  void aCalmRunNeedsNoFault() {
    assertThat(missing(findings(SampleRun.of(2, 10, 100, List.of()), CALM))).isEmpty();
  }

  @Test
  void aScheduleOfWhichNothingWasTakenIsNoTest() {
    assertThat(missing(findings(SampleRun.of(3, 10, 100, List.of()), FAULTY)))
        .containsExactly("The schedule has faults, but none was ever taken.");
  }

  @Test
  void aFaultThatLapsedHalfWayDoesNotCount() {
    History history = SampleRun.of(4, 15, 600, List.of(CUT.lapsed()));

    List<String> missing = missing(findings(history, FAULTY));

    assertThat(missing).anyMatch(s -> s.contains("f1") && s.contains("half-way"));
    assertThat(missing).anyMatch(s -> s.startsWith("0 of 1 faults landed"));
  }

  @Test
  void aFaultThatNobodyLookedAtIsNotProven() {
    List<Entry> lines = new ArrayList<>();
    lines.add(line(1_000, Entry.Phase.COMMANDED));
    lines.add(line(4_000, Entry.Phase.LIFTED));

    List<String> missing = missing(findings(of(lines), FAULTY));

    assertThat(missing)
        .anyMatch(s -> s.contains("was not looked at right after it was injected"))
        .anyMatch(s -> s.contains("was not looked at half-way"))
        .anyMatch(s -> s.contains("was not looked at right before the heal"))
        .anyMatch(s -> s.contains("was not looked at after the heal"));
  }

  @Test
  void aFaultWithTooFewOperationsWasNotExercised() {
    History history = SampleRun.of(5, 15, 20, List.of(CUT));

    List<String> missing = missing(findings(history, FAULTY));

    assertThat(missing).anyMatch(s -> s.contains("attempts of cas on the side of n3 + c3"));
    assertThat(missing).anyMatch(s -> s.startsWith("0 faults were exercised"));
  }

  @Test
  void briefFaultsAreCountedTogether() {
    List<FaultPlan> brief = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      brief.add(FaultPlan.isolate("f" + i, 2_000 + i * 3_000, 3_200 + i * 3_000, 5, "n3"));
    }

    List<String> busy = missing(findings(SampleRun.of(6, 28, 300, brief), FAULTY));
    List<String> alone = missing(findings(SampleRun.of(6, 28, 60, brief.subList(0, 1)), FAULTY));

    assertThat(busy).isEmpty();
    assertThat(alone).singleElement().asString().startsWith("0 faults were exercised");
  }

  @Test
  void aChangeAcknowledgedWithoutMajorityIsSuspiciousAndNoVerdict() {
    History history = SampleRun.untouched(7, 15, 600, List.of(CUT));

    List<Finding> findings = findings(history, FAULTY);

    assertThat(findings)
        .filteredOn(f -> f.status() == Status.SUSPICIOUS)
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("SUSPICIOUS", "n3 + c3", "rows ["));
    assertThat(missing(findings)).isEmpty();
  }

  @Test
  void clientsThatAllFailMakeNoGreen() {
    assertThat(missing(findings(SampleRun.failing(8, 10, 100), CALM)))
        .anyMatch(s -> s.contains("none was ever answered with ok"));
  }

  @Test
  void aServerThatWasNeverReadyIsToldInItsOwnWords() {
    RunSettings settings = FAULTY.withDoubts(List.of("The product was not ready after 30 s."));

    List<String> missing = missing(findings(of(List.of()), settings));

    assertThat(missing)
        .contains("The product was not ready after 30 s.", "No operation was ever invoked.");
  }

  @Test
  void aFaultNeverLiftedLeavesNoRecovery() {
    List<Entry> lines = new ArrayList<>();
    lines.add(line(1_000, Entry.Phase.COMMANDED));

    assertThat(missing(findings(of(lines), FAULTY)))
        .anyMatch(s -> s.contains("was never lifted"))
        .anyMatch(s -> s.contains("0 operations invoked after the last heal"));
  }

  @Test
  void aStepNotTakenIsListedAndHarmsOnlyWhenItWasTheOnlyOne() {
    Entry notTaken =
        new Entry.Disturbed(
            9_500_000_000L, "f2", "kill leader", Entry.Phase.NOT_TAKEN, List.of(), List.of(), null);
    History history = SampleRun.with(9, 15, 600, List.of(CUT), notTaken);

    List<Finding> findings = findings(history, FAULTY);

    assertThat(missing(findings)).isEmpty();
    assertThat(findings)
        .anyMatch(f -> f.status() == Status.NOTE && f.sentence().contains("kill leader"));
  }

  @Test
  void anOutageBeyondItsLimitBreaksTheRuleUnlessTheToolkitStoodStill() {
    Limits limits = new Limits(Duration.ofMillis(200), Duration.ofSeconds(2), null);
    History plain = SampleRun.of(10, 15, 600, List.of(CUT));
    History stalled = SampleRun.of(10, 15, 600, List.of(CUT, FaultPlan.stall("s1", 5_000, 5_100)));

    assertThat(states(plain, limits))
        .containsExactly(RuleResult.State.BROKEN, RuleResult.State.KEPT);
    assertThat(states(stalled, limits))
        .containsExactly(RuleResult.State.UNDECIDED, RuleResult.State.KEPT);
  }

  private static List<RuleResult.State> states(History history, Limits limits) {
    return LimitRules.check(measures(history), limits).stream().map(RuleResult::state).toList();
  }

  private static Entry line(long ms, Entry.Phase phase) {
    return new Entry.Disturbed(
        ms * 1_000_000, "f1", "kill n1", phase, List.of(), List.of("n1"), null);
  }

  private static History of(List<Entry> entries) {
    Header header =
        new Header(
            1, "cas-register", Header.FailedCas.IGNORE, 1, List.of("n1", "n2", "n3", "n4", "n5"));
    History.Builder builder = History.builder(header);
    entries.forEach(builder::add);
    return builder.build();
  }

  private static Measures measures(History history) {
    return Measuring.of(history, new Homes(history.header().nodes(), SampleRun.WORKERS));
  }

  private static List<Finding> findings(History history, RunSettings settings) {
    return Conclusiveness.findings(history.header(), measures(history), settings);
  }

  private static List<String> missing(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.status() == Status.MISSING)
        .map(Finding::sentence)
        .toList();
  }
}
