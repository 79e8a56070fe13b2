package io.quorate.results.evidence;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.results.Limits;
import io.quorate.results.RuleResult;
import io.quorate.results.RuleResult.State;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.LatencyRow;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Outage;
import io.quorate.results.measures.SideMeasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The availability and performance a plan demands, against what was measured. A measure that a
 * harness stall overlaps can be kept, but never broken.
 */
public final class LimitRules {
  private final Measures measures;
  private final List<RuleResult> results = new ArrayList<>();

  private LimitRules(Measures measures) {
    this.measures = measures;
  }

  /** Returns what became of every limit, fault by fault. */
  public static List<RuleResult> check(Measures measures, Limits limits) {
    LimitRules rules = new LimitRules(measures);
    for (FaultMeasure fault : measures.faults()) {
      rules.outage(fault, limits.longestOutage());
      rules.recovery(fault, limits.recovery());
    }
    rules.p99(limits.p99());
    return List.copyOf(rules.results);
  }

  private void outage(FaultMeasure fault, @Nullable Duration limit) {
    if (limit == null || !fault.majorityLeft()) {
      return;
    }
    long longest =
        fault.sides().stream()
            .filter(s -> s.side().majority() && s.side().hasClients())
            .mapToLong(s -> s.outage().longestNanos())
            .max()
            .orElse(fault.outage().longestNanos());
    add(
        "longest outage",
        longest,
        limit,
        fault.stalled(),
        "fault " + fault.fault().id() + " (" + fault.fault().fault() + ")");
  }

  private void recovery(FaultMeasure fault, @Nullable Duration limit) {
    if (limit == null || fault.fault().liftedNanos() == Disturbance.NEVER) {
      return;
    }
    long slowest = slowest(fault.outage());
    for (SideMeasure side : fault.sides()) {
      slowest = side.side().hasClients() ? Math.max(slowest, slowest(side.outage())) : slowest;
    }
    add(
        "recovery",
        slowest,
        limit,
        fault.stalled(),
        "fault " + fault.fault().id() + " (" + fault.fault().fault() + ")");
  }

  private static long slowest(Outage outage) {
    return outage.recovered() ? outage.firstOkAfterLiftNanos() : Long.MAX_VALUE;
  }

  private void p99(@Nullable Duration limit) {
    for (LatencyRow row : measures.latencies()) {
      if (limit != null
          && row.ending() == Completion.Kind.OK
          && row.scope() == LatencyRow.Scope.ALL) {
        boolean stalled = !measures.stalls().isEmpty();
        add("p99", row.fromDue().p99(), limit, stalled, "ok " + row.function());
      }
    }
  }

  private void add(String rule, long nanos, Duration limit, boolean stalled, String what) {
    String measured = nanos == Long.MAX_VALUE ? "never" : Words.duration(nanos);
    String sentence =
        String.format(
            "The %s of %s is %s, the limit is %s",
            rule, what, measured, Words.duration(limit.toNanos()));
    if (nanos <= limit.toNanos()) {
      results.add(new RuleResult(rule, State.KEPT, sentence + "."));
    } else if (stalled) {
      results.add(
          new RuleResult(
              rule, State.UNDECIDED, sentence + "; but the toolkit itself stood still meanwhile."));
    } else {
      results.add(new RuleResult(rule, State.BROKEN, sentence + "."));
    }
  }
}
