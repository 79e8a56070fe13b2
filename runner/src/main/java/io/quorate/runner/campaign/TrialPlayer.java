package io.quorate.runner.campaign;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Disturbance;
import io.quorate.history.History;
import io.quorate.results.coverage.CutWalk;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.conduct.Watches;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.simulated.SimulatedPlans;
import io.quorate.simulation.Played;
import io.quorate.simulation.world.VirtualWorld;
import io.quorate.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plays one trial in virtual time and judges it, by what clients saw and by what was seen inside.
 */
final class TrialPlayer {
  /** What one trial's check may cost; its histories are short. */
  private static final Budget BUDGET = Budget.of(10, 256);

  private TrialPlayer() {}

  /** Plays {@code plan} to its end. */
  static Trialled play(Plan plan) {
    Workload workload = TrialPlans.workload(plan);
    Played played =
        VirtualWorld.play(SimulatedPlans.of(plan, workload), Watches.of(plan, workload));
    History history = played.history(TrialPlans.header(plan, workload));
    Analysis analysis =
        Checker.check(
            history, Models.named(workload.model()), Options.of(BUDGET, System::nanoTime));
    List<Sign> signs = new ArrayList<>();
    Signs.violation(analysis).ifPresent(signs::add);
    played.findings().forEach(finding -> signs.add(Signs.of(finding)));
    signs.sort(Comparator.comparingLong(Sign::atNanos));
    return new Trialled(
        played, signs, doubt(played, history, analysis), history.size(), cuts(history));
  }

  private static CutWalk cuts(History history) {
    Set<String> proven =
        history.disturbances().stream()
            .filter(Disturbance::proven)
            .map(Disturbance::id)
            .collect(Collectors.toSet());
    return CutWalk.of(history, proven::contains);
  }

  /** Why the trial could not have shown that all is well. */
  private static Optional<String> doubt(Played played, History history, Analysis analysis) {
    if (!played.stopped().equals("completed")) {
      return Optional.of(played.stopped());
    }
    if (analysis.overall() instanceof Verdict.Undecided undecided) {
      return Optional.of(undecided.why());
    }
    return Signs.unproven(history);
  }
}
