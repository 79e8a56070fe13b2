package io.quorate.runner.plan;

import io.quorate.nemesis.schedule.Schedules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shell command that runs a plan again. */
public final class PlanCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private PlanCommand() {}

  /**
   * Returns the words that repeat {@code plan}; a plan that the words of the command line cannot
   * say in full is repeated by its file.
   *
   * @param file where the resolved plan is kept
   */
  public static String of(Plan plan, Path file) {
    return sayable(plan) ? shell(words(plan)) : ofFile(file);
  }

  /** Returns the words that run the plan kept in {@code file}. */
  public static String ofFile(Path file) {
    return shell(List.of("./quorate", "run", file.toAbsolutePath().toString()));
  }

  /** Whether what {@link #words} leaves out is as the defaults have it. */
  private static boolean sayable(Plan plan) {
    return Schedules.NAMES.contains(plan.schedule().name())
        && Schedules.named(plan.schedule().name()).equals(plan.schedule())
        && new PlanBuilder(plan.schedule(), plan.seed())
            .name(plan.name())
            .on(plan.on())
            .system(plan.system())
            .nodes(plan.nodes())
            .workload(plan.workload())
            .main(plan.times().main())
            .rate(plan.rate())
            .clients(plan.clients())
            .keys(plan.options().keys())
            .routing(plan.routing())
            .sabotage(plan.sabotage())
            .build()
            .equals(plan);
  }

  private static List<String> words(Plan plan) {
    List<String> words = new ArrayList<>(List.of("./quorate", "run"));
    words.addAll(List.of("--on", plan.on()));
    words.addAll(List.of("--system", plan.system()));
    words.addAll(List.of("--nodes", Integer.toString(plan.nodes())));
    words.addAll(List.of("--workload", plan.workload()));
    words.addAll(List.of("--schedule", plan.schedule().name()));
    words.addAll(List.of("--seconds", Double.toString(plan.times().main().toMillis() / 1e3)));
    words.addAll(List.of("--rate", Double.toString(plan.rate())));
    words.addAll(List.of("--clients", Integer.toString(plan.clients())));
    words.addAll(List.of("--keys", Integer.toString(plan.options().keys())));
    words.addAll(List.of("--routing", lower(plan.routing())));
    if (plan.sabotage() != Plan.Sabotage.NONE) {
      words.addAll(List.of("--sabotage", lower(plan.sabotage())));
    }
    words.addAll(List.of("--seed", Long.toString(plan.seed())));
    return words;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String shell(List<String> words) {
    return words.stream().map(PlanCommand::quoted).collect(Collectors.joining(" "));
  }

  /** Returns {@code word} so that a POSIX shell reads it as one word, whatever is in it. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
