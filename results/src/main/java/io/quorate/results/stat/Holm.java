package io.quorate.results.stat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrects the p of several tests made at once, so that one in twenty errs in all (Holm, 1979). */
public final class Holm {
  private Holm() {}

  /** Returns the corrected p of each, in the order given. */
  public static List<Double> corrected(List<Double> ps) {
    List<Integer> ascending =
        IntStream.range(0, ps.size()).boxed().sorted(Comparator.comparing(ps::get)).toList();
    Double[] corrected = new Double[ps.size()];
    double most = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int place = ascending.get(rank);
      most = Math.max(most, Math.min(1, ps.get(place) * (ps.size() - rank)));
      corrected[place] = most;
    }
    return new ArrayList<>(List.of(corrected));
  }
}
