package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts a server, run as it is shipped: in a folder whose name has blanks. */
class StartScriptEndToEndTest {
  /** All of a system that the script may use, so that no java of this machine is found. */
  private static final List<String> TOOLS =
      List.of("dirname", "readlink", "sed", "tr", "xargs", "printf");

  @TempDir Path directory;

  private final Map<String, String> environment = new TreeMap<>();
  private Path folder;
  private Path script;
  private Path tools;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void install() throws IOException {
    folder = Files.createDirectories(directory.resolve("with blanks/and 'quotes'"));
    script = folder.resolve("raft-server");
    Files.copy(Path.of("bin/raft-server"), script);
    tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : TOOLS) {
      executable(tools.resolve(tool), "PATH=/usr/bin:/bin exec %s \"$@\"".formatted(tool));
    }
    environment.put("PATH", tools.toString());
  }

  @Test
  void aServerRunsInPlaceOfTheScriptAndTakesItsFlagsFromAFile() throws Exception {
    pack(folder.resolve("raft-server.jar"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    Path config = folder.resolve("n1.conf");
    Files.writeString(
        config, "id = n1\nlisten = 127.0.0.1:0\ndata = " + directory.resolve("data") + "\n");

    Process server = start("--config", config.toString(), "--id", "n7");
    String ready = server.inputReader().readLine();
    server.destroy();

    assertThat(ready).startsWith("ready node=n7 ").endsWith(" pid=" + server.pid());
    assertThat(server.waitFor()).as("SIGTERM").isEqualTo(143);
  }

  @Test
  void helpAndAMistypedKeyComeFromTheServer() throws Exception {
    pack(folder.resolve("raft-server.jar"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), script);
    Path config = Files.writeString(folder.resolve("n1.conf"), "lissten=127.0.0.1:0\n");

    Ended help = ended(link, "--help");
    Ended mistyped = ended(script, "--config", config.toString());

    assertThat(help).isEqualTo(new Ended(0, Flags.USAGE, ""));
    assertThat(mistyped.exitCode()).isEqualTo(254);
    assertThat(mistyped.err())
        .isEqualTo(
            "raft-server: %s line 1: there is no flag --lissten; the nearest is --listen"
                    .formatted(config)
                + " (--help tells more)\n");
  }

  @Test
  void everyWordArrivesAsItWasWritten() throws Exception {
    Files.createFile(folder.resolve("raft-server.jar"));
    environment.put("JAVA_HOME", java("new", "25.0.1").toString());
    environment.put("HOME", "/nowhere");
    environment.put("JAVA_OPTS", " -Da='one $(exit 1) `x` ; *'  -Db=\"$HOME 'é\"\t-Dc=d\\ e -n ");

    Ended ended = ended(script, "--id", "", "a  b", "$HOME", "*", "-e", "\"'\\", "two\nlines");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .isEqualTo(
            String.join(
                "|",
                "-Da=one $(exit 1) `x` ; *",
                "-Db=$HOME 'é",
                "-Dc=d e",
                "-n",
                "-jar",
                folder.toRealPath() + "/raft-server.jar",
                "--id",
                "",
                "a  b",
                "$HOME",
                "*",
                "-e",
                "\"'\\",
                "two\nlines",
                ""));
  }

  @Test
  void theFirstJavaThatIsNewEnoughIsTaken() throws Exception {
    Files.createFile(folder.resolve("raft-server.jar"));
    Path old = java("old", "17.0.2");

    environment.put("JAVA_HOME", old.toString());
    assertThat(ended(script).err())
        .isEqualTo(
            "raft-server: no Java 21 or newer in JAVA_HOME or on PATH: "
                + "install one (https://adoptium.net) or point JAVA_HOME at one.\n");

    Path beside = java("with blanks/and 'quotes'/runtime", "21");
    assertThat(javaThatRan()).isEqualTo(beside);

    Path onPath = java("on-path", "22.0.1");
    Files.createSymbolicLink(tools.resolve("java"), onPath.resolve("bin/java"));
    assertThat(javaThatRan()).isEqualTo(onPath);

    Path home = java("home", "25");
    environment.put("JAVA_HOME", home.toString());
    assertThat(javaThatRan()).isEqualTo(home);
  }

  @Test
  void aJavaWithoutNotesIsAskedForItsVersion() throws Exception {
    Files.createFile(folder.resolve("raft-server.jar"));
    Path silent = java("silent", "21.0.4");
    Files.delete(silent.resolve("release"));
    environment.put("JAVA_HOME", silent.toString());

    assertThat(javaThatRan()).isEqualTo(silent);
  }

  @Test
  void whatIsMissingIsToldInOneSentence() throws Exception {
    environment.put("JAVA_HOME", java("new", "25").toString());

    Ended noJar = ended(script);
    Files.createFile(folder.resolve("raft-server.jar"));
    environment.put("JAVA_OPTS", "-Da='b");
    Ended halfQuoted = ended(script);

    assertThat(noJar.exitCode()).isEqualTo(254);
    assertThat(noJar.err().lines())
        .singleElement()
        .asString()
        .startsWith("raft-server: no raft-server.jar beside " + script.toRealPath());
    assertThat(halfQuoted.exitCode()).isEqualTo(254);
    assertThat(halfQuoted.err())
        .isEqualTo("raft-server: JAVA_OPTS holds a quote that does not end: -Da='b\n");
  }

  @Test
  void inACheckoutTheJarOfTheBuildIsFoundAndItsSourcesAreNot() throws Exception {
    Path bin = Files.createDirectories(directory.resolve("checkout/bin"));
    Path target = Files.createDirectories(directory.resolve("checkout/target"));
    Path built = Files.createFile(target.resolve("raft-server-1.0.jar"));
    Files.createFile(target.resolve("raft-server-1.0-sources.jar"));
    Path copy = Files.copy(script, bin.resolve("raft-server"));
    environment.put("JAVA_HOME", java("new", "25").toString());

    String jar = ended(copy).out().split("\\|")[1];

    assertThat(Path.of(jar).toRealPath()).isEqualTo(built.toRealPath());
  }

  /** The home of the java that the script ran. */
  private Path javaThatRan() throws Exception {
    environment.put("JAVA_OPTS", "-Dwho");
    return Path.of(ended(script).err().strip());
  }

  /** A java that prints its arguments, and its home where the first one asks who it is. */
  private Path java(String name, String version) throws IOException {
    Path home = directory.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(
        java,
        """
        case ${1-} in
          -Dwho) echo "@HOME@" >&2 ;;
          -version) echo 'openjdk version "@VERSION@" 2026-01-20' >&2 ;;
          *) printf '%s|' "$@" ;;
        esac
        """
            .replace("@HOME@", home.toString())
            .replace("@VERSION@", version));
    return home;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended ended(Path script, String... arguments) throws Exception {
    Path err = directory.resolve("err");
    Process process = builder(script, arguments).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private Process start(String... arguments) throws IOException {
    return builder(script, arguments).redirectError(directory.resolve("err").toFile()).start();
  }

  private ProcessBuilder builder(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static void pack(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    Path classes = Path.of("target/classes");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path each : files) {
        out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }
}
