package io.quorate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cli.RunsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFolderTest {
  @TempDir Path home;

  @Test
  void aPlaceOutsideTheUsualOneIsRememberedOnce() throws IOException {
    Path usual = home.resolve("results/runs");
    Path place = Files.createDirectory(home.resolve("my\nruns ü"));

    RunsFolder.remember(usual, place);
    RunsFolder.remember(usual, home.resolve("other/../my\nruns ü"));

    assertThat(RunsFolder.all(usual)).containsExactly(usual, place);
  }

  @Test
  void theUsualPlaceNeedsNoMemory() throws IOException {
    Path usual = home.resolve("results/runs");

    RunsFolder.remember(usual, usual.resolve("../runs"));

    assertThat(RunsFolder.all(usual)).containsExactly(usual);
    assertThat(usual).isEmptyDirectory();
  }

  @Test
  void theOldestPlaceIsForgottenFirst() throws IOException {
    Path usual = home.resolve("results/runs");

    for (int place = 0; place <= RunsFolder.MAX_ELSEWHERE; place++) {
      RunsFolder.remember(usual, home.resolve("place" + place));
    }

    assertThat(RunsFolder.all(usual))
        .hasSize(1 + RunsFolder.MAX_ELSEWHERE)
        .doesNotContain(home.resolve("place0"))
        .endsWith(home.resolve("place" + RunsFolder.MAX_ELSEWHERE));
  }

  @Test
  void aPlaceThatIsGoneIsForgotten() throws IOException {
    Path usual = home.resolve("results/runs");

    RunsFolder.remember(usual, Files.createDirectory(home.resolve("gone")));
    Files.delete(home.resolve("gone"));

    assertThat(RunsFolder.all(usual)).containsExactly(usual);
  }
}
