package io.quorate.cluster.hosts;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.process.OwnMachine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.spi.ToolProvider;

/**
 * A small Java made by {@code jlink} out of the toolkit's own, for hosts that have none. It fits
 * hosts of the same system and processor; a C library of another kind it does not survive, which is
 * found out by running it once.
 */
final class RuntimeImage {
  private static final String MODULES =
      "java.base,jdk.unsupported,java.management,jdk.management,jdk.httpserver";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String PLATFORM = "uname -s; uname -m";

  /** Where images are kept unless said otherwise. */
  static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "quorate");

  private RuntimeImage() {}

  /**
   * Puts an image below {@code workDir} on the host and returns its home.
   *
   * @param cache a directory of this machine where images are kept
   */
  static String ship(Remote remote, String workDir, Path cache) {
    CommandRunner here = new OwnMachine("toolkit");
    String home = workDir + "/java-" + Runtime.version().feature();
    if (!platform(remote).equals(platform(here))) {
      throw failure(
          remote,
          "it has no Java from 21 on, and one for "
              + platform(here)
              + " would not run on "
              + platform(remote)
              + "; install a JDK there or name its javaHome");
    }
    remote.upload(archive(here, cache), home + ".tar");
    String unpack =
        "rm -rf \"$1\" && mkdir -p \"$1\" && tar -xf \"$1.tar\" -C \"$1\""
            + " && \"$1/bin/java\" -version";
    remote.run(Command.script(unpack, home).within(LIMIT)).orThrow();
    return home;
  }

  /** The image, made once for each JDK. */
  private static synchronized Path archive(CommandRunner here, Path directory) {
    Path archive =
        directory.resolve("java-" + Runtime.version().toString().replace('+', '-') + ".tar");
    if (Files.exists(archive)) {
      return archive;
    }
    try {
      Files.createDirectories(directory);
      Path fresh = Files.createTempDirectory(directory, "jlink");
      link(fresh.resolve("image"));
      String pack = "tar -cf \"$1/image.tar\" -C \"$1/image\" . && mv -f \"$1/image.tar\" \"$2\"";
      here.run(Command.script(pack, fresh.toString(), archive.toString()).within(LIMIT)).orThrow();
      here.exec("rm", "-rf", fresh.toString()).orThrow();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException("no place for a Java image at " + directory, e);
    }
  }

  private static void link(Path image) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() ->
                new IllegalStateException(
                    "a host has no Java from 21 on, and the toolkit's own has no jlink to make"
                        + " one: run the toolkit with a JDK"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        jlink.run(
            out,
            out,
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-man-pages",
            "--no-header-files",
            "--output",
            image.toString());
    if (code != 0) {
      throw new RemoteException("toolkit", "jlink", code, said.toString(), null);
    }
  }

  private static String platform(CommandRunner machine) {
    return machine.run(Command.script(PLATFORM)).text().replace('\n', ' ');
  }

  private static RemoteException failure(CommandRunner host, String why) {
    return new RemoteException(host.node(), "find Java", why, null);
  }
}
