package io.quorate.trial;

import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws waits and finds the nodes that a role of a schedule names. */
final class Targets {
  /** What became of a role. */
  sealed interface Choice {}

  /** These. */
  record Chosen(Fault fault, List<String> struck) implements Choice {}

  /** Nobody has it. */
  record Unknown() implements Choice {}

  Targets(List<String> nodes, long seed) {}

  long draw(Step.Wait wait) {
    return wait.least().toNanos();
  }

  static String describe(FaultSpec s) {
    return s.toString();
  }

  Choice choose(FaultSpec s, List<NodeView> v) {
    return new Unknown();
  }

  static @Nullable String leader(List<NodeView> views) {
    return null;
  }
}
