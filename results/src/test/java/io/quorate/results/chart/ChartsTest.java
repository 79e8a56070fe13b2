package io.quorate.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.results.RoleSample;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.meter.Measuring;
import io.quorate.results.sample.FaultPlan;
import io.quorate.results.sample.SampleRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  @TempDir Path folder;

  @Test
  void aRunIsDrawnAsFourPicturesOfDoubleDensity() throws IOException {
    List<FaultPlan> faults = new ArrayList<>(SampleRun.usualFaults());
    faults.add(FaultPlan.stall("s1", 27_000, 27_100));
    ChartInput input = input(SampleRun.of(1, 30, 50, faults), roles());

    Drawn drawn = Charts.draw(input, folder.resolve("charts"));

    assertThat(drawn.problems()).isEmpty();
    assertThat(drawn.pictures())
        .extracting(p -> p.file().getFileName().toString())
        .containsExactly("latency-points.png", "latency-quantiles.png", "rate.png", "roles.png");
    BufferedImage image = ImageIO.read(drawn.pictures().getFirst().file().toFile());
    assertThat(image.getWidth()).isEqualTo(2400);
    assertThat(image.getHeight()).isEqualTo(920);
    assertThat(colours(image)).as("marks, bands and text were drawn").isGreaterThan(50);
  }

  @Test
  void anEmptyRunIsDrawnWithoutAProblem() {
    Drawn drawn = Charts.draw(input(SampleRun.of(1, 0, 10, List.of()), List.of()), folder);

    assertThat(drawn.problems()).isEmpty();
    assertThat(drawn.pictures()).hasSize(3);
  }

  @Test
  void aFolderThatCannotBeWrittenBecomesSentences() throws IOException {
    Path file = Files.writeString(folder.resolve("occupied"), "not a folder");

    Drawn drawn = Charts.draw(input(SampleRun.of(1, 1, 10, List.of()), List.of()), file);

    assertThat(drawn.pictures()).isEmpty();
    assertThat(drawn.problems()).hasSize(3).allMatch(p -> p.contains("was not drawn"));
  }

  @Test
  void aRuntimeWithoutFontsIsToldWhatToInstall() {
    Throwable first = new InternalError(new RuntimeException("Fontconfig head is null, check"));
    Throwable later =
        new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");

    assertThat(Fonts.missing(first)).isTrue();
    assertThat(Fonts.missing(later)).isTrue();
    assertThat(Fonts.missing(new IOException("No space left on device"))).isFalse();
    assertThat(Fonts.REMEDY).contains("apt-get install fontconfig");
  }

  @Test
  void aMillionPointsAreThinnedToTheirSpotsAndOutliersStay() {
    PointGrid grid = new PointGrid(100, 0.1, 10_000, 1);
    Points kept = new Points();
    for (int i = 0; i < 1_000_000; i++) {
      double x = i / 10_000.0;
      double y = 1 + (i % 7) * 0.1;
      if (grid.take(x, y)) {
        kept.add(x, y);
      }
    }

    boolean outlier = grid.take(50, 5_000);

    assertThat(kept.size()).isBetween(Look.PLOT_WIDTH, 10 * Look.PLOT_WIDTH);
    assertThat(outlier).isTrue();
  }

  private static ChartInput input(History history, List<RoleSample> roles) {
    Homes homes = new Homes(history.header().nodes(), SampleRun.WORKERS);
    return new ChartInput(history, Measuring.of(history, homes), roles);
  }

  private static List<RoleSample> roles() {
    List<RoleSample> roles = new ArrayList<>();
    for (int node = 1; node <= 5; node++) {
      String role = node == 3 ? RoleSample.LEADER : "follower";
      roles.add(new RoleSample("n" + node, 0, role, 1));
      roles.add(new RoleSample("n" + node, 9_000_000_000L, node == 1 ? "candidate" : "unknown", 2));
    }
    return roles;
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }
}
