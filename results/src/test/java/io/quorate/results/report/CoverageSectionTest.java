package io.quorate.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutCoverage.Count;
import io.quorate.results.coverage.CutShape;
import io.quorate.results.coverage.CutShape.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoverageSectionTest {
  @Test
  void theMatrixHasARowAKindAndAColumnASide() {
    Map<CutShape, Count> counts =
        Map.of(
            new CutShape(Kind.BOTH_WAYS, 1), new Count(3, 2),
            new CutShape(Kind.DEAF, 4), new Count(1, 0));
    CutCoverage.Pair one =
        new CutCoverage.Pair(new CutShape(Kind.BOTH_WAYS, 1), new CutShape(Kind.BOTH_WAYS, 2));
    TreeSet<CutCoverage.Pair> pairs = new TreeSet<>(List.of(one));

    assertThat(text(new CutCoverage(5, new TreeMap<>(counts), pairs, 2, 1)))
        .contains("1 of 5 2 of 5 3 of 5 4 of 5")
        .contains("both ways 2 of 3 · · ·")
        .contains("the leader's side is not heard · · · ·")
        .contains("the leader's side does not hear · · · 0 of 1")
        .contains("1 of 16 shapes landed, and 1 of 240 ordered pairs right behind one another.")
        .contains("Cuts of another form: 2. Cuts before which no leader was seen: 1.");
  }

  @Test
  void aRunWithoutACutHasNone() {
    assertThat(text(new CutCoverage(5, new TreeMap<>(), new TreeSet<>(), 0, 3))).isBlank();
  }

  private static String text(CutCoverage coverage) {
    Html html = new Html();
    CoverageSection.write(html, coverage);
    return html.page()
        .replaceFirst("^.*\\n", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replaceAll("\\s+", " ");
  }
}
