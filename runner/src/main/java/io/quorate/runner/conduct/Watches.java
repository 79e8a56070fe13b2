package io.quorate.runner.conduct;

import io.quorate.checker.model.Models;
import io.quorate.checker.stream.StreamingCheck;
import io.quorate.runner.plan.Plan;
import io.quorate.trial.Watch;
import io.quorate.workload.Workload;
import java.util.Optional;
import java.util.Set;

/** Who reads the history of a run along. */
public final class Watches {
  /** Models of one register that the streaming check can follow. */
  private static final Set<String> FOLLOWED = Set.of("register", "cas-register");

  private Watches() {}

  /** Returns the streaming check where the plan asks for it and the model allows it. */
  public static Watch of(Plan plan, Workload workload) {
    boolean stops = plan.onViolation() == Plan.OnViolation.STOP;
    return stops && FOLLOWED.contains(workload.model()) ? streaming() : Watch.NOBODY;
  }

  private static Watch streaming() {
    StreamingCheck check = new StreamingCheck(Models.casRegister());
    return entry ->
        Optional.ofNullable(check.take(entry))
            .map(seen -> "a violation was seen as it happened, " + seen);
  }
}
