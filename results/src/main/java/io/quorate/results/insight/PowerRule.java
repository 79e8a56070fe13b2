package io.quorate.results.insight;

import io.quorate.checker.Analysis;
import io.quorate.checker.Verdict;
import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.results.Finding;
import io.quorate.results.Requirements;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule {@code power}: where the plan asks for a detection power, each damage that is possible
 * in the history must surely have been caught as often.
 */
public final class PowerRule {
  /** The name of the rule. */
  public static final String POWER = "power";

  private PowerRule() {}

  /** Returns what the rule says; nothing where nothing is asked for, or there is a violation. */
  public static List<Finding> findings(
      Analysis analysis, @Nullable Power power, Requirements needs) {
    boolean red = analysis.overall() instanceof Verdict.NotLinearizable;
    return red || needs.power() == 0 ? List.of() : List.of(finding(power, needs.power()));
  }

  private static Finding finding(@Nullable Power power, double least) {
    String asked = String.format(Locale.ROOT, "the plan asks for %.0f %%.", 100 * least);
    if (power == null) {
      return missing("The detection power was not measured: no register, or no time; " + asked);
    }
    List<Share> possible = power.shares().stream().filter(s -> s.places() > 0).toList();
    if (possible.isEmpty()) {
      return missing("Nothing in this history could have been damaged; " + asked);
    }
    String few =
        possible.stream()
            .filter(share -> Caught.interval(share).low() < least)
            .map(share -> PowerWords.name(share.damage()) + " " + PowerWords.range(share))
            .collect(Collectors.joining(", "));
    return few.isEmpty()
        ? Finding.met(POWER, null, "Of each damage enough would have been caught; " + asked)
        : missing("Too little would have been caught (" + few + "); " + asked);
  }

  private static Finding missing(String sentence) {
    return Finding.missing(POWER, null, sentence);
  }
}
