package io.quorate.trial;

import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps as they were executed: repetitions unrolled, waits as drawn, faults by node and under
 * their ids in the history, so that the run can be replayed.
 */
final class ExecutedSchedule {
  private final List<Step> steps = new ArrayList<>();

  List<Step> steps() {
    return List.copyOf(steps);
  }

  void waited(long nanos) {
    steps.add(new Step.Wait(Duration.ofNanos(nanos), Duration.ofNanos(nanos)));
  }

  void injected(InForce fault, Duration patience) {
    steps.add(new Step.Inject(fault.id(), byNode(fault), patience));
  }

  void healed(InForce fault) {
    steps.add(new Step.Heal(fault.id()));
  }

  void awaited(Step.Await step, FaultsInForce inForce) {
    Step.Condition byId =
        switch (step.condition()) {
          case Step.Condition.LeaderOutside l ->
              new Step.Condition.LeaderOutside(id(l.as(), inForce));
          case Step.Condition.WriteOutside w ->
              new Step.Condition.WriteOutside(id(w.as(), inForce));
          case Step.Condition.AnyLeader a -> a;
        };
    steps.add(new Step.Await(byId, step.patience(), step.every()));
  }

  void read(Step.Reads step, FaultsInForce inForce) {
    Step.Place byId =
        switch (step.place()) {
          case Step.Place.Struck s -> new Step.Place.Struck(id(s.as(), inForce));
          case Step.Place.Everywhere e -> e;
        };
    steps.add(new Step.Reads(byId, step.times(), step.every()));
  }

  private static String id(String as, FaultsInForce inForce) {
    InForce fault = inForce.named(as);
    return fault == null ? as : fault.id();
  }

  private static FaultSpec byNode(InForce inForce) {
    FaultSpec.Target struck = new FaultSpec.Target.Named(inForce.struck());
    return switch (inForce.fault()) {
      case Fault.Partition p -> new FaultSpec.Cut(p.grudge());
      case Fault.Kill k -> new FaultSpec.Kill(struck);
      case Fault.Pause p -> new FaultSpec.Pause(struck);
      case Fault.PowerLoss p -> new FaultSpec.PowerLoss(struck);
      case Fault.Wipe w -> new FaultSpec.Wipe(struck);
      case Fault.Corrupt c -> new FaultSpec.Corrupt(struck);
      case Fault.Remove r -> new FaultSpec.Remove(struck);
      case Fault.ClockRate c -> new FaultSpec.ClockRate(struck, c.percent());
      case Fault.SlowDisk d -> new FaultSpec.SlowDisk(struck, Duration.ofNanos(d.syncNanos()));
      case Fault.Delay d ->
          new FaultSpec.Slow(
              struck, Duration.ofNanos(d.delayNanos()), Duration.ofNanos(d.jitterNanos()));
      case Fault.Unreliable u ->
          new FaultSpec.Unreliable(
              struck,
              u.lossPercent(),
              u.duplicatePercent(),
              Duration.ofNanos(u.reorderNanos()),
              u.latePercent());
    };
  }
}
