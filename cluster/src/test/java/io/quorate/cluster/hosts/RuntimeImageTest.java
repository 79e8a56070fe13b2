package io.quorate.cluster.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.Remote;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.local.LocalWorld;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.raft.shell.main.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the jlink of the JDK that runs it, over the embedded SSH server. */
class RuntimeImageTest {
  private static final String NOT_RUN =
      "NOT RUN: no runtime was shipped to a host without Java; the JDK that runs this has no jlink";

  @TempDir static Path directory;
  private static Ledger ledger;
  private static LocalWorld world;
  private static Remote remote;

  private final RuntimeImage image = new RuntimeImage(cache(), RuntimeImage.MODULES);

  @BeforeAll
  static void open() {
    boolean possible = ToolProvider.findFirst("jlink").isPresent();
    if (!possible) {
      System.err.println(NOT_RUN);
    }
    assumeTrue(possible, NOT_RUN);
    ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    world = LocalWorld.open(directory.resolve("hosts"), 1, 1, Hearing.SOUND, ledger);
    remote = world.sites().getFirst().remote();
  }

  @AfterAll
  static void close() {
    if (world != null) {
      world.close();
      ledger.close();
    }
  }

  @Test
  void theServerStartsOnAHostThatHasNothingButTheImage() throws Exception {
    String home = image.ship(remote, work("bare"));

    CommandResult help = remote.run(serverHelp(home));

    assertThat(help.exitCode()).as(help.stderr()).isZero();
    assertThat(help.stdout() + help.stderr()).contains("--peers");
    assertThat(Path.of(home, "bin", "javac")).doesNotExist();
  }

  @Test
  void anImageIsMadeOnceAndSentOnce() throws Exception {
    String home = image.ship(remote, work("once"));
    SortedMap<Path, FileTime> made = archives();
    Path mark = Files.createFile(Path.of(home, "mark"));

    String again = new RuntimeImage(cache(), RuntimeImage.MODULES).ship(remote, work("once"));

    assertThat(again).isEqualTo(home);
    assertThat(archives()).isEqualTo(made);
    assertThat(mark).exists();
  }

  @Test
  void anImageOfOtherThingsIsAnotherImage() throws Exception {
    String home = image.ship(remote, work("other"));
    SortedMap<Path, FileTime> made = archives();

    String small = new RuntimeImage(cache(), List.of("java.base")).ship(remote, work("other"));

    assertThat(small).isNotEqualTo(home);
    assertThat(archives()).hasSize(made.size() + 1).containsAllEntriesOf(made);
    assertThat(remote.exec(small + "/bin/java", "--list-modules").text()).startsWith("java.base");
    assertThat(remote.exec(home + "/bin/java", "--list-modules").text()).contains("httpserver");
  }

  @Test
  void whatIsLeftOfAnImageOnAHostIsUnpackedAnew() throws Exception {
    String home = image.ship(remote, work("broken"));
    Files.delete(Path.of(home, "lib", "modules"));

    image.ship(remote, work("broken"));

    assertThat(remote.run(serverHelp(home)).exitCode()).isZero();
  }

  private static Command serverHelp(String home) throws URISyntaxException {
    String server =
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    return Command.of(home + "/bin/java", "-cp", server, Main.class.getName(), "--help")
        .within(Duration.ofMinutes(1));
  }

  private static Path cache() {
    return directory.resolve("cache");
  }

  private static String work(String name) {
    return directory.resolve("work").resolve(name).toString();
  }

  private static SortedMap<Path, FileTime> archives() throws IOException {
    SortedMap<Path, FileTime> archives = new TreeMap<>();
    try (Stream<Path> files = Files.list(cache())) {
      for (Path file : files.toList()) {
        archives.put(file, Files.getLastModifiedTime(file));
      }
    }
    return archives;
  }
}
