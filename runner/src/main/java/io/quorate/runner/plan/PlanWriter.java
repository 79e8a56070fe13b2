package io.quorate.runner.plan;

import io.quorate.nemesis.yaml.Spans;
import io.quorate.workload.WorkloadOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a plan as YAML with everything resolved, so that it can be read and run again. */
public final class PlanWriter {
  private PlanWriter() {}

  /**
   * Returns the text of {@code plan}.
   *
   * @param schedule what the plan says in place of its schedule: a name, or the path of a file
   */
  public static String write(Plan plan, String schedule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", plan.name());
    map.put("on", plan.on());
    map.put("system", plan.system());
    map.put("nodes", plan.nodes());
    map.put("workload", plan.workload());
    map.put("keys", plan.options().keys());
    map.put("workers-per-key", plan.options().workersPerKey());
    map.put("values", lower(plan.options().values()));
    map.put("mix", mix(plan.options()));
    map.put("schedule", schedule);
    map.put("seconds", plan.times().main().toMillis() / 1e3);
    map.put("warm-up", Spans.write(plan.times().warmUp()));
    map.put("recovery", Spans.write(plan.times().recovery()));
    map.put("operation-timeout", Spans.write(plan.times().operation()));
    map.put("ready-within", Spans.write(plan.times().readyWithin()));
    map.put("rate", plan.rate());
    map.put("clients", plan.clients());
    map.put("routing", lower(plan.routing()));
    map.put("seed", plan.seed());
    if (plan.sabotage() != Plan.Sabotage.NONE) {
      map.put("sabotage", lower(plan.sabotage()));
    }
    if (plan.minPower() > 0) {
      map.put("min-power", plan.minPower());
    }
    if (plan.onViolation() != Plan.OnViolation.STOP) {
      map.put("on-violation", lower(plan.onViolation()));
    }
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();
    return new Dump(settings).dumpToString(map);
  }

  private static List<Integer> mix(WorkloadOptions options) {
    return List.of(options.reads(), options.writes(), options.cas());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
