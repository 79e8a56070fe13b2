package io.quorate.runner.conduct;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.runner.plan.PlanReader;
import io.quorate.runner.plan.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The plan as it is kept in a run's folder from the run's first moment, so that even a run that was
 * killed can be told and repeated.
 */
public final class PlanFiles {
  /** Where a schedule that does not come with the toolkit is kept. */
  private static final String SCHEDULE = "schedule-as-planned.yaml";

  private PlanFiles() {}

  /** Writes {@code plan} and, where it has one of its own, its schedule. */
  public static void write(RunFolder folder, Plan plan) throws IOException {
    boolean named = named(plan);
    if (!named) {
      Path own = folder.path().resolve(SCHEDULE);
      Files.writeString(own, Schedules.write(plan.schedule()));
    }
    String schedule = named ? plan.schedule().name() : SCHEDULE;
    Files.writeString(folder.plan(), PlanWriter.write(plan, schedule));
  }

  /**
   * Returns the plan kept in {@code folder}, if one is.
   *
   * @throws RuntimeException with one sentence if somebody changed it into something else
   */
  static Optional<Plan> read(RunFolder folder) throws IOException {
    if (!Files.exists(folder.plan())) {
      return Optional.empty();
    }
    String text = Files.readString(folder.plan());
    PlanBuilder plan = new PlanBuilder(Schedules.named(Schedules.NAMES.getFirst()), 0);
    PlanReader.read(folder.plan().toString(), text, folder.path(), plan);
    return Optional.of(plan.build());
  }

  private static boolean named(Plan plan) {
    return Schedules.NAMES.contains(plan.schedule().name())
        && Schedules.named(plan.schedule().name()).equals(plan.schedule());
  }
}
