package io.quorate.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a run beside its history: enough to judge it again from its folder alone.
 *
 * @param plan name of the plan
 * @param planText the resolved plan as YAML
 * @param command the shell command that repeats the run
 * @param workers how many workers drove it, 0 when unknown
 * @param faultsExpected whether the schedule has any fault
 * @param doubts reasons why the run cannot be conclusive whatever its history says: the product was
 *     never ready, the run was interrupted; one sentence each
 * @param requirements what a green needs
 * @param limits availability and performance the plan demands
 * @param facts further settings for people, by name: world, system, versions
 */
public record RunSettings(
    String plan,
    String planText,
    String command,
    int workers,
    boolean faultsExpected,
    List<String> doubts,
    Requirements requirements,
    Limits limits,
    Map<String, String> facts) {
  /** Keeps its own copies, the facts in alphabetical order. */
  public RunSettings {
    doubts = List.copyOf(doubts);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** Returns settings with the usual requirements, no limits and no doubts. */
  public static RunSettings of(
      String plan, String planText, String command, int workers, boolean faultsExpected) {
    return new RunSettings(
        plan,
        planText,
        command,
        workers,
        faultsExpected,
        List.of(),
        Requirements.DEFAULT,
        Limits.NONE,
        Map.of());
  }

  /** Returns these settings with other doubts. */
  public RunSettings withDoubts(List<String> other) {
    return new RunSettings(
        plan, planText, command, workers, faultsExpected, other, requirements, limits, facts);
  }

  /** Returns these settings with other requirements. */
  public RunSettings withRequirements(Requirements other) {
    return new RunSettings(
        plan, planText, command, workers, faultsExpected, doubts, other, limits, facts);
  }

  /** Returns these settings with other limits. */
  public RunSettings withLimits(Limits other) {
    return new RunSettings(
        plan, planText, command, workers, faultsExpected, doubts, requirements, other, facts);
  }

  /** Returns these settings with other facts. */
  public RunSettings withFacts(Map<String, String> other) {
    return new RunSettings(
        plan, planText, command, workers, faultsExpected, doubts, requirements, limits, other);
  }
}
