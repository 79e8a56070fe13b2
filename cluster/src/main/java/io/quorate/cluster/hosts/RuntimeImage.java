package io.quorate.cluster.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * A small Java made by {@code jlink} out of the toolkit's own, for hosts that have none. It fits
 * hosts of the same system and processor; a C library of another kind it does not survive, which is
 * found out by running it once.
 *
 * <p>An image is known by a checksum of what it is made of, the JDK's own account of itself and the
 * modules: here and on hosts, so that another JDK or other modules never meet an old image.
 */
final class RuntimeImage {
  /** What the systems that are shipped with the toolkit need. */
  static final List<String> MODULES =
      List.of(
          "java.base", "jdk.unsupported", "java.management", "jdk.management", "jdk.httpserver");

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String PLATFORM = "uname -s; uname -m";
  private static final int SHOWN_BYTES = 8;

  private static final String UNPACK =
      """
      rm -rf "$1" "$1.new" && mkdir -p "$1.new" && tar -xf "$1.tar" -C "$1.new" \
        && mv "$1.new" "$1" && "$1/bin/java" -version
      """;

  /** Where images are kept unless said otherwise. */
  static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "quorate");

  private final Path cache;
  private final List<String> modules;

  /**
   * The image of these modules.
   *
   * @param cache a directory of this machine where images are kept
   */
  RuntimeImage(Path cache, List<String> modules) {
    this.cache = cache;
    this.modules = List.copyOf(modules);
  }

  /** Puts it below {@code workDir} on the host, unless it is there, and returns its home. */
  String ship(Remote remote, String workDir) {
    CommandRunner here = new OwnMachine("toolkit");
    if (!platform(remote).equals(platform(here))) {
      throw failure(
          remote,
          "it has no Java from 21 on, and one for "
              + platform(here)
              + " would not run on "
              + platform(remote)
              + "; install a JDK there or name its javaHome");
    }
    String home = workDir + "/" + name();
    boolean sent = remote.upload(archive(here), home + ".tar");
    if (sent || !remote.run(Command.of(home + "/bin/java", "-version").within(LIMIT)).ok()) {
      remote.run(Command.script(UNPACK, home).within(LIMIT)).orThrow();
    }
    return home;
  }

  private String name() {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      sum.update(Files.readAllBytes(Path.of(System.getProperty("java.home"), "release")));
      sum.update(String.join(",", modules).getBytes(UTF_8));
      String hex = HexFormat.of().formatHex(sum.digest(), 0, SHOWN_BYTES);
      return "java-" + Runtime.version().feature() + "-" + hex;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the toolkit's own JDK does not say what it is", e);
    }
  }

  /** The image as an archive of this machine, made once. */
  private Path archive(CommandRunner here) {
    synchronized (RuntimeImage.class) {
      Path archive = cache.resolve(name() + ".tar");
      if (!Files.exists(archive)) {
        make(here, archive);
      }
      return archive;
    }
  }

  private void make(CommandRunner here, Path archive) {
    try {
      Files.createDirectories(cache);
      Path fresh = Files.createTempDirectory(cache, "jlink");
      link(fresh.resolve("image"));
      String pack = "tar -cf \"$1/image.tar\" -C \"$1/image\" . && mv -f \"$1/image.tar\" \"$2\"";
      here.run(Command.script(pack, fresh.toString(), archive.toString()).within(LIMIT)).orThrow();
      here.exec("rm", "-rf", fresh.toString()).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("no place for a Java image at " + cache, e);
    }
  }

  private void link(Path image) {
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
            String.join(",", modules),
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
