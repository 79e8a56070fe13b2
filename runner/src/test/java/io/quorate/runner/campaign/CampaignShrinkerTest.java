package io.quorate.runner.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.runner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignShrinkerTest {
  private static final TrialLog.Head HEAD =
      new TrialLog.Head(1, 1, 1, List.of("isolate-leader", "power-loss-all"), List.of("none"));

  @Test
  void whatACampaignFoundIsLeftWithAFewEventsAndIsStillRed() throws Exception {
    List<TrialRecord> trials = new ArrayList<>();
    trials.add(CampaignRun.played(1, Schedules.named("isolate-leader"), "B07", 0));
    trials.add(CampaignRun.played(1, Schedules.named("power-loss-all"), "B15", 0));
    trials.add(CampaignRun.played(1, Schedules.named("calm"), CampaignPlan.CORRECT, 0));

    List<CampaignShrinker.Found> found = new CampaignShrinker(HEAD, 200).shrink(trials, 2);

    assertThat(found).extracting(CampaignShrinker.Found::bug).containsExactly("B07", "B15");
    assertThat(found)
        .allSatisfy(each -> {
          Plan plan = each.small().shrunk().plan();
          assertThat(each.small().shrunk().events()).isLessThanOrEqualTo(3);
          assertThat(plan.schedule().name()).isEqualTo(each.schedule() + "-shrunk");
          assertThat(TrialPlayer.play(plan).outside()).isPresent();
        });
  }
}
