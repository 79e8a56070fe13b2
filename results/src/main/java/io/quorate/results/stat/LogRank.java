package io.quorate.results.stat;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether two ways of waiting differ, stratum by stratum: the stratified log-rank test (Mantel,
 * 1966).
 *
 * @param chiSquared with one degree of freedom; 0 where nothing came in any stratum
 * @param p two-sided
 * @param sooner how much more came in the first group than if both were alike; above 0: it is the
 *     sooner one
 */
public record LogRank(double chiSquared, double p, double sooner) {
  /** The waits of both groups under equal circumstances. */
  public record Stratum(List<Waited> one, List<Waited> other) {
    /** Keeps its own copies. */
    public Stratum {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }
  }

  /** Compares the groups. */
  public static LogRank of(List<Stratum> strata) {
    double excess = 0;
    double variance = 0;
    for (Stratum stratum : strata) {
      double[] times =
          Stream.concat(stratum.one().stream(), stratum.other().stream())
              .filter(Waited::came)
              .mapToDouble(Waited::time)
              .distinct()
              .toArray();
      for (double time : times) {
        double atRisk = atRisk(stratum.one(), time) + atRisk(stratum.other(), time);
        double one = atRisk(stratum.one(), time);
        double came = came(stratum.one(), time) + came(stratum.other(), time);
        excess += came(stratum.one(), time) - came * one / atRisk;
        if (atRisk > 1) {
          variance += came * (one / atRisk) * (1 - one / atRisk) * (atRisk - came) / (atRisk - 1);
        }
      }
    }
    double chiSquared = variance > 0 ? excess * excess / variance : 0;
    double p = 1 - new ChiSquaredDistribution(1).cumulativeProbability(chiSquared);
    return new LogRank(chiSquared, p, excess);
  }

  private static double atRisk(List<Waited> waits, double time) {
    return waits.stream().filter(wait -> wait.time() >= time).count();
  }

  private static double came(List<Waited> waits, double time) {
    return waits.stream().filter(wait -> wait.came() && wait.time() == time).count();
  }
}
