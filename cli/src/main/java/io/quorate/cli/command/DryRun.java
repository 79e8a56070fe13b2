package io.quorate.cli.command;

import io.quorate.history.RandomStream;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.trial.ScheduleDraws;
import io.quorate.workload.Workload;
import io.quorate.workload.pacing.Pacing;
import io.quorate.workload.playback.IdealRegisters;
import io.quorate.workload.playback.Playback;
import io.quorate.workload.playback.Played;
import java.util.List;

/** What a seed chooses, told without starting anything: the first operations, and the schedule. */
final class DryRun {
  private static final int OPERATIONS = 200;
  private static final long ANSWER_NANOS = 1_000_000;

  private DryRun() {}

  static String of(Plan plan, Workload workload) {
    StringBuilder text = new StringBuilder("# operations, each answered after 1 ms\n");
    List<Played> played =
        Playback.of(
            Pacing.openLoop(plan.rate(), RandomStream.of(plan.seed(), "pace"), workload.main()),
            plan.clients(),
            plan.nodes(),
            OPERATIONS,
            new IdealRegisters(ANSWER_NANOS));
    played.forEach(p -> text.append(OperationLine.of(p)).append('\n'));
    text.append("# schedule, with the waits and ways as drawn in its first round\n");
    List<String> nodes = TrialPlans.nodes(plan);
    text.append(Schedules.write(ScheduleDraws.firstRound(plan.schedule(), nodes, plan.seed())));
    return text.toString();
  }
}
