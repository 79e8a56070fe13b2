package io.quorate.results.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.results.campaign.LocalTry.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tries on real processes come to; what says nothing never counts as not shown. */
class LocalTriesTest {
  @TempDir private Path folder;

  @Test
  void aShareIsToldWithItsIntervalAndHowItWasSeen() {
    LocalTries tries =
        new LocalTries(
            List.of(
                tried("cuts", 1, Result.SHOWN, "history"),
                tried("cuts", 2, Result.SHOWN, "history", "liveness"),
                tried("cuts", 3, Result.SHOWN, "stopped"),
                tried("cuts", 4, Result.NOT_SHOWN),
                tried("cuts", 5, Result.NOT_SHOWN, "law")));

    assertThat(tries.sentence())
        .isEqualTo(
            "shows on real processes in 3 of 5 tries (14-95 %): 2 in the history, 1 in its"
                + " progress, 1 in a server that ended itself, and in 1 only inside");
    assertThat(tries.cell())
        .isEqualTo(
            "`cuts` 3 of 5 (2 in the history, 1 in its progress, 1 in a server that ended"
                + " itself)");
  }

  @Test
  void aTryThatSaysNothingIsCountedApart() {
    LocalTries tries =
        new LocalTries(
            List.of(
                tried("cuts", 1, Result.NOT_SHOWN),
                tried("cuts", 2, Result.INCONCLUSIVE),
                tried("cuts", 3, Result.INCONCLUSIVE)));

    assertThat(tries.share().trials()).isEqualTo(1);
    assertThat(tries.sentence())
        .isEqualTo(
            "shows on real processes in 0 of 1 tries (0-98 %); 2 say nothing, first: words of 2");
    assertThat(tries.cell()).isEqualTo("0 of 1, no answer: 2");
    assertThat(new LocalTries(tries.tries().subList(1, 3)).cell())
        .isEqualTo("0 of 0, no answer: 2");
  }

  @Test
  void whatCannotBeTriedSaysWhy() {
    String why = "needs power losses, slow disks, which no world of real processes has so far";
    LocalTries impossible = new LocalTries(List.of(LocalTry.impossible("B27", "power", why)));
    LocalTries untried = new LocalTries(List.of(LocalTry.untried("B05", "nothing shows it")));

    assertThat(impossible.sentence()).isEqualTo("cannot be tried on real processes: " + why);
    assertThat(impossible.cell()).isEqualTo("cannot be: needs power losses, slow disks");
    assertThat(untried.sentence()).isEqualTo("was not tried on real processes: nothing shows it");
    assertThat(untried.cell()).isEqualTo("not tried: nothing shows it");
    assertThat(new LocalTries(List.of()).cell()).isEqualTo("not tried");
    assertThat(impossible.share().trials()).isZero();
  }

  @Test
  void theScheduleThatShowsItBestIsNamed() {
    LocalTries tries =
        new LocalTries(
            List.of(
                tried("cuts", 1, Result.NOT_SHOWN),
                tried("cuts", 2, Result.NOT_SHOWN),
                tried("kills", 1, Result.SHOWN, "history"),
                tried("kills", 2, Result.NOT_SHOWN)));

    assertThat(tries.cell()).isEqualTo("`kills` 1 of 2 (1 in the history)");
  }

  @Test
  void theLogGoesOnBehindItsLastWholeLine() throws IOException {
    Path log = folder.resolve("local.jsonl");
    assertThat(LocalLog.read(log)).isEmpty();
    LocalTry first = tried("cuts", 1, Result.SHOWN, "history");
    LocalTry second = tried("cuts", 2, Result.NOT_SHOWN);
    LocalLog.append(log, first);
    Files.writeString(log, Files.readString(log) + "{\"bug\":");

    assertThat(LocalLog.read(log)).containsExactly(first);
    LocalLog.append(log, second);
    assertThat(LocalLog.read(log)).containsExactly(first, second);

    Files.writeString(log, "[]\n");
    assertThatThrownBy(() -> LocalLog.read(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void theTableHasAColumnForRealProcesses() {
    TrialLog.Head head = new TrialLog.Head(1, 7, 1, List.of("cuts"), List.of("none", "B01"));
    Campaign campaign = new Campaign(head, List.of());
    ZooTable.BugText text = new ZooTable.BugText("split", "a book", "two winners");

    String table =
        ZooTable.of(
            campaign, Map.of("B01", text), List.of(tried("cuts", 1, Result.SHOWN, "history")));

    assertThat(table.lines())
        .containsExactly(
            "| bug | name | symptom | source | shown by | on real processes |",
            "|---|---|---|---|---|---|",
            "| B01 | split | two winners | a book | nothing yet"
                + " | `cuts` 1 of 1 (1 in the history) |");
  }

  @Test
  void whatComesWithThisVersionCanBeRead() {
    assertThat(LocalLog.kept()).allSatisfy(one -> assertThat(one.bug()).matches("none|B[0-9]{2}"));
  }

  private static LocalTry tried(String schedule, int attempt, Result result, String... signs) {
    return new LocalTry(
        "B01",
        schedule,
        attempt,
        7,
        10,
        result,
        List.of(signs),
        12.5,
        "words of " + attempt,
        "B01/" + attempt);
  }
}
