package io.quorate.results.measures.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import io.quorate.results.measures.FaultKind;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.LatencyRow;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Outage;
import io.quorate.results.measures.Rates;
import io.quorate.results.measures.SideMeasure;
import io.quorate.results.measures.Tally;
import io.quorate.results.sample.FaultPlan;
import io.quorate.results.sample.SampleRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
  private static final long MS = 1_000_000;
  private static final List<String> NODES = List.of("n1", "n2", "n3", "n4", "n5");
  private static final Homes HOMES = new Homes(NODES, SampleRun.WORKERS);

  @Test
  void everyOperationIsCountedOnceByFunctionAndEnding() {
    History history = SampleRun.of(7, 30, 300, SampleRun.usualFaults());

    Measures measures = Measuring.of(history, HOMES);

    Tally all = measures.tallies().all();
    assertThat(all.attempts()).isEqualTo(history.size());
    assertThat(all.later()).isZero();
    assertThat(measures.tallies().byFunction().keySet()).containsExactly("cas", "read", "write");
  }

  @Test
  void percentilesAgreeWithASortedList() {
    History history = SampleRun.of(8, 20, 300, List.of());

    LatencyRow row =
        Measuring.of(history, HOMES).latencies().stream()
            .filter(r -> r.function().equals("read") && r.ending() == Completion.Kind.OK)
            .findFirst()
            .orElseThrow();

    long[] sorted = readLatencies(history);
    assertThat(row.scope()).isEqualTo(LatencyRow.Scope.ALL);
    assertThat(row.fromDue().count()).isEqualTo(sorted.length);
    assertThat((double) row.fromDue().p50())
        .isCloseTo(rank(sorted, 0.5), within(rank(sorted, 0.5) * 0.001));
    assertThat((double) row.fromDue().p99())
        .isCloseTo(rank(sorted, 0.99), within(rank(sorted, 0.99) * 0.001));
    assertThat((double) row.fromDue().max())
        .isCloseTo((double) sorted[sorted.length - 1], within(sorted[sorted.length - 1] * 0.001));
  }

  @Test
  void aWaitBeforeTheSendIsPartOfTheLatencyFromTheIntendedStart() {
    History history =
        history(
            new Entry.Invoked(500 * MS, 100 * MS, 0, read(), "n1"),
            new Entry.Completed(510 * MS, 0, new Completion.Ok(Value.of(1)), "n1"));

    LatencyRow row = Measuring.of(history, HOMES).latencies().getFirst();

    assertThat((double) row.fromDue().max()).isCloseTo(410e6, within(1e6));
    assertThat((double) row.fromSend().max()).isCloseTo(10e6, within(1e5));
  }

  @Test
  void bothSidesOfAPartitionAreCountedApart() {
    FaultPlan cut = FaultPlan.isolate("f1", 5_000, 11_000, 5, "n3");

    FaultMeasure fault =
        Measuring.of(SampleRun.of(9, 20, 400, List.of(cut)), HOMES).faults().getFirst();

    assertThat(fault.kind()).isEqualTo(FaultKind.PARTITION);
    assertThat(fault.majorityLeft()).isTrue();
    SideMeasure major = fault.sides().getFirst();
    SideMeasure minor = fault.sides().getLast();
    assertThat(major.side().clients()).containsExactly("c1", "c2", "c4", "c5");
    assertThat(major.tallies().all().ok()).isGreaterThan(1_000);
    assertThat(minor.side().clients()).containsExactly("c3");
    assertThat(minor.tallies().all().ok()).isZero();
    assertThat(minor.tallies().all().attempts()).isGreaterThan(20);
    assertThat(minor.okWithoutMajority()).isEmpty();
    assertThat(major.tallies().all().plus(minor.tallies().all())).isEqualTo(fault.tallies().all());
  }

  @Test
  void theOutageOfAnElectionAndTheRecoveryAreMeasured() {
    FaultPlan cut = FaultPlan.isolate("f1", 5_000, 11_000, 5, "n3");

    FaultMeasure fault =
        Measuring.of(SampleRun.of(10, 20, 400, List.of(cut)), HOMES).faults().getFirst();

    Outage major = fault.sides().getFirst().outage();
    Outage minor = fault.sides().getLast().outage();
    assertThat(major.longestNanos()).isBetween(320 * MS, 400 * MS);
    assertThat(major.totalNanos()).isBetween(320 * MS, 500 * MS);
    assertThat(major.firstOkInForceNanos()).isBetween(350 * MS, 400 * MS);
    assertThat(minor.longestNanos()).isBetween(5_900 * MS, 6_400 * MS);
    assertThat(minor.firstOkInForceNanos()).isEqualTo(Disturbance.NEVER);
    assertThat(minor.firstOkAfterLiftNanos()).isBetween(0L, 400 * MS);
    assertThat(minor.recovered()).isTrue();
  }

  @Test
  void anAcknowledgedWriteWithoutMajorityIsListedByItsRow() {
    FaultPlan cut = FaultPlan.isolate("f1", 2_000, 6_000, 5, "n3");

    History history = SampleRun.untouched(11, 10, 100, List.of(cut));
    SideMeasure minor = Measuring.of(history, HOMES).faults().getFirst().sides().getLast();

    assertThat(minor.okWithoutMajority()).hasSize(SideMeasure.LISTED);
    for (int row : minor.okWithoutMajority()) {
      Operation operation = history.operation(row);
      assertThat(operation.node()).isEqualTo("n3");
      assertThat(operation.invocation().function()).isIn("write", "cas");
    }
  }

  @Test
  void aCrashedProcessStillLivesWhereItsWorkerDoes() {
    Operation first = operationOf(2);
    Operation reborn = operationOf(2 + 3 * SampleRun.WORKERS);

    assertThat(HOMES.of(first)).isEqualTo("c3");
    assertThat(HOMES.of(reborn)).isEqualTo("c3");
  }

  @Test
  void twoFaultsThatOverlapCanLeaveNoMajorityTogether() {
    FaultPlan cut = FaultPlan.isolate("f1", 2_000, 8_000, 5, "n1", "n2");
    FaultPlan kill = FaultPlan.strike("kill", "f2", 4_000, 6_000, "n3");

    List<FaultMeasure> faults =
        Measuring.of(SampleRun.of(12, 10, 100, List.of(cut, kill)), HOMES).faults();

    assertThat(faults).extracting(FaultMeasure::majorityLeft).containsExactly(false, false);
    assertThat(faults).allMatch(f -> f.sides().getFirst().side().majority());
  }

  @Test
  void aStallIsNoFaultAndMarksTheFaultsItOverlaps() {
    List<FaultPlan> plans =
        List.of(
            FaultPlan.isolate("f1", 2_000, 4_000, 5, "n3"),
            FaultPlan.isolate("f2", 7_000, 9_000, 5, "n2"),
            FaultPlan.stall("s1", 3_000, 3_200));

    Measures measures = Measuring.of(SampleRun.of(13, 12, 200, plans), HOMES);

    assertThat(measures.stalls()).extracting(Disturbance::id).containsExactly("s1");
    assertThat(measures.faults())
        .extracting(FaultMeasure::stalls)
        .containsExactly(List.of("s1"), List.of());
  }

  @Test
  void aFaultNeverCommandedIsNotTaken() {
    History history =
        history(
            new Entry.Disturbed(
                5 * MS, "f1", "kill leader", Entry.Phase.PLANNED, List.of(), List.of(), null),
            new Entry.Disturbed(
                9 * MS, "f1", "kill leader", Entry.Phase.NOT_TAKEN, List.of(), List.of(), null));

    Measures measures = Measuring.of(history, HOMES);

    assertThat(measures.faults()).isEmpty();
    assertThat(measures.notTaken()).extracting(Disturbance::id).containsExactly("f1");
  }

  @Test
  void ratesAddUpToTheOperations() {
    History history = SampleRun.of(14, 20, 300, SampleRun.usualFaults());

    Rates rates = Measuring.of(history, HOMES).rates();

    double total =
        rates.series().stream().flatMap(s -> s.perSecond().stream()).mapToDouble(d -> d).sum();
    assertThat(total * rates.binNanos() / 1e9).isCloseTo(history.size(), within(0.5));
  }

  @Test
  void binsAreRoundAndFew() {
    assertThat(Rates.niceBin(0, RateTable.BINS)).isEqualTo(10 * MS);
    assertThat(Rates.niceBin(30_000 * MS, RateTable.BINS)).isEqualTo(500 * MS);
    assertThat(Rates.niceBin(75_000 * MS, RateTable.BINS)).isEqualTo(1_000 * MS);
    assertThat(Rates.niceBin(3_600_000 * MS, RateTable.BINS)).isEqualTo(50_000 * MS);
  }

  @Test
  void anEmptyHistoryHasMeasuresToo() {
    Measures measures = Measuring.of(history(), HOMES);

    assertThat(measures.operations()).isZero();
    assertThat(measures.latencies()).isEmpty();
    assertThat(measures.okAfterLastLift()).isZero();
  }

  private static History history(Entry... entries) {
    Header header = new Header(1, "cas-register", Header.FailedCas.IGNORE, 1, NODES);
    History.Builder builder = History.builder(header);
    Arrays.stream(entries).forEach(builder::add);
    return builder.build();
  }

  private static Operation operationOf(long process) {
    return history(new Entry.Invoked(0, 0, process, read(), "n1")).operation(0);
  }

  private static Invocation read() {
    return new Invocation("read", "k", Value.NIL);
  }

  private static long[] readLatencies(History history) {
    long[] times = new long[history.size()];
    int size = 0;
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      if (o.invocation().function().equals("read") && o.completion() instanceof Completion.Ok) {
        times[size++] = o.completedNanos() - o.dueNanos();
      }
    }
    long[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double rank(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
