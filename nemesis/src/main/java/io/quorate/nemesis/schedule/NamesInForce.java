package io.quorate.nemesis.schedule;

import io.quorate.nemesis.Step;
import io.quorate.nemesis.yaml.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows which faults are in force, by the schedule's own names, from step to step. */
final class NamesInForce {
  private final Set<String> inForce = new LinkedHashSet<>();

  /** Takes the next step. Returns what is wrong with it, if anything is. */
  Optional<String> after(Step step) {
    return switch (step) {
      case Step.Wait w -> Optional.empty();
      case Step.Inject i -> inject(i.as());
      case Step.Heal h -> inForce.remove(h.as()) ? Optional.empty() : missing("heals", h.as());
      case Step.Await a -> named(a.condition()).flatMap(as -> known("waits beside", as));
      case Step.Reads r ->
          r.place() instanceof Step.Place.Struck s ? known("reads at", s.as()) : Optional.empty();
      case Step.AnyOf a -> ways(a.ways());
      case Step.EachOf e -> ways(e.ways());
    };
  }

  private Optional<String> ways(List<List<Step>> ways) {
    return ways.stream().map(this::way).flatMap(Optional::stream).findFirst();
  }

  /** Looks at steps that may be taken here or not: they must leave all as it is. */
  private Optional<String> way(List<Step> steps) {
    NamesInForce own = new NamesInForce();
    own.inForce.addAll(inForce);
    for (Step step : steps) {
      Optional<String> wrong = own.after(step);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return own.inForce.equals(inForce)
        ? Optional.empty()
        : Optional.of(
            "each way must heal what it injects and nothing else: "
                + inForce
                + " is in force before one of them, "
                + own.inForce
                + " behind it");
  }

  /** Returns the names never healed. */
  List<String> left() {
    return List.copyOf(inForce);
  }

  private Optional<String> inject(String as) {
    if (as.equals(Vocabulary.EVERYWHERE)) {
      return Optional.of("a fault cannot be called " + Words.quoted(as) + ": choose another name");
    }
    return inForce.add(as)
        ? Optional.empty()
        : Optional.of(
            "a fault called "
                + Words.quoted(as)
                + " is in force already: heal it before, or give this one another name by \"as\"");
  }

  private Optional<String> known(String does, String as) {
    return inForce.contains(as) ? Optional.empty() : missing(does, as);
  }

  private Optional<String> missing(String does, String as) {
    String which = inForce.isEmpty() ? "; no fault is" : Words.remedy(as, inForce);
    return Optional.of(
        "this step " + does + " " + Words.quoted(as) + ", which is not in force here" + which);
  }

  private static Optional<String> named(Step.Condition condition) {
    return switch (condition) {
      case Step.Condition.AnyLeader a -> Optional.empty();
      case Step.Condition.LeaderOutside l -> Optional.of(l.as());
      case Step.Condition.WriteOutside w -> Optional.of(w.as());
    };
  }
}
