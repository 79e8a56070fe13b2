package io.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cli.command.Quorate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real {@code ./quorate} under the real {@code /bin/sh}, in a checkout of its own whose
 * application is a {@link ScriptedMain} and whose Maven is a line of shell.
 */
class LauncherTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path checkout;
  private Path launcher;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void aBuiltCheckout() throws IOException {
    launcher = copy("quorate");
    copy("bin/jdk");
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Files.createDirectories(checkout.resolve("cli/src/main"));
    Files.writeString(checkout.resolve("cli/pom.xml"), "<project/>");
    Files.createDirectories(checkout.resolve("results/runs"));
    application(ScriptedMain.class);
    Files.writeString(checkout.resolve("cli/target/built"), "");
  }

  @ParameterizedTest
  @CsvSource({
    "leave PASS 0,            0",
    "leave VIOLATION 1,       1",
    "exit 1,                  255",
    "leave VIOLATION 0,       255",
    "throw,                   255",
    "exit 254,                254",
    "exit 77,                 255"
  })
  void aVerdictIsBelievedOnlyWhenTheResultFileSaysTheSame(String words, int expected)
      throws Exception {
    Ended ended = launch(words.split(" ", -1));

    assertThat(ended.code()).as(ended.err()).isEqualTo(expected);
  }

  @Test
  void noResultFileIsLeftBehind() throws Exception {
    Path temporary = Files.createDirectory(checkout.resolve("tmp"));

    Ended ended = finish(start(Map.of("TMPDIR", temporary.toString()), "leave", "PASS", "0"), "");

    assertThat(ended.code()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void wordsFolderAndInputReachTheApplicationUnchanged() throws Exception {
    Process process = start(Map.of(), "echo", "a b", "*", "$HOME", "'\"", "");

    Ended ended = finish(process, "piped in");

    assertThat(ended.out().lines())
        .containsExactly(
            "[echo, a b, *, $HOME, '\", ]",
            checkout.resolve("results").toRealPath().toString(),
            "piped in");
  }

  @Test
  void aSymbolicLinkOnThePathLeadsToTheCheckout() throws Exception {
    launcher = Files.createSymbolicLink(checkout.resolve("results/q"), Path.of("../quorate"));

    assertThat(launch("leave", "VIOLATION", "1").code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignalToTheLauncherEndsTheApplicationInOrder(String signal, int expected) throws Exception {
    Path trace = checkout.resolve("results/trace");
    Process process = start(Map.of(), "hang", trace.toString());
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("hanging");

    kill(signal, process.pid());

    assertThat(process.waitFor()).isEqualTo(expected);
    assertThat(trace).hasContent("in order");
  }

  @Test
  void whatIsProvenWhenInterruptedIsBelieved() throws Exception {
    Process process = start(Map.of(), "violation-when-stopped");
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("hanging");

    kill("INT", process.pid());

    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void theRealApplicationRefusesAnUnknownOption() throws Exception {
    application(Quorate.class);

    Ended ended = launch("--versoin");

    assertThat(ended.code()).isEqualTo(254);
    assertThat(ended.err().lines()).singleElement().asString().contains("'--version'");
  }

  @Test
  void theRealApplicationAnswers() throws Exception {
    application(Quorate.class);

    Ended ended = launch("version");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("quorate ");
  }

  @Test
  void aKilledLauncherTakesTheApplicationWithIt() throws Exception {
    Path trace = checkout.resolve("results/trace");
    Process process = start(Map.of(), "hang", trace.toString());
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("hanging");
    ProcessHandle application = process.children().findFirst().orElseThrow();

    kill("KILL", process.pid());

    application.onExit().join();
    assertThat(trace).hasContent("in order");
  }

  @Test
  void aSourceNewerThanTheBuildIsBuiltOnce() throws Exception {
    Path counter = checkout.resolve("mvn-calls");
    Map<String, String> path = mavenThat("echo built >>'" + counter + "'");
    Path source = Files.writeString(checkout.resolve("cli/src/main/New.java"), "");
    age(checkout.resolve("cli/target/built"), -60);
    age(source, -30);

    Ended first = finish(start(path, "leave", "PASS", "0"), "");
    Ended second = finish(start(path, "leave", "PASS", "0"), "");

    assertThat(List.of(first.code(), second.code())).containsExactly(0, 0);
    assertThat(counter).hasContent("built");
    assertThat(first.err()).contains("building");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void aFailedBuildIsNoVerdict() throws Exception {
    Map<String, String> path = mavenThat("echo '[ERROR] Foo.java: no such symbol'; exit 1");
    Files.delete(checkout.resolve("cli/target/built"));

    Ended ended = finish(start(path, "leave", "PASS", "0"), "");

    assertThat(ended.code()).isEqualTo(255);
    assertThat(ended.err()).contains("Foo.java: no such symbol", ".quorate/build.log");
    assertThat(checkout.resolve(".quorate/build.lock")).doesNotExist();
  }

  @Test
  void noFittingJdkIsOneSentence() throws Exception {
    Ended ended = finish(begin(Map.of(), "bin/jdk", "99"), "");

    assertThat(ended.code()).isEqualTo(254);
    assertThat(ended.err().lines()).singleElement().asString().startsWith("No JDK 99 or newer");
  }

  private Ended launch(String... words) throws Exception {
    return finish(start(Map.of(), words), "");
  }

  /** Starts the launcher from a folder that is not the checkout's root. */
  private Process start(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    return begin(environment, command.toArray(String[]::new));
  }

  private Process begin(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.command().set(0, checkout.resolve(command[0]).toString());
    builder.directory(checkout.resolve("results").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended finish(Process process, String input) throws Exception {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  private static void kill(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor()).isZero();
  }

  private Map<String, String> mavenThat(String does) throws IOException {
    Path folder = Files.createDirectory(checkout.resolve("maven"));
    Path mvn = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\n" + does + "\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    return Map.of("PATH", folder + ":" + System.getenv("PATH"));
  }

  private static void age(Path file, int seconds) throws IOException {
    long now = Files.getLastModifiedTime(file).toMillis();
    Files.setLastModifiedTime(file, FileTime.fromMillis(now + seconds * 1000L));
  }

  private Path copy(String name) throws IOException {
    Path to = checkout.resolve(name);
    Files.createDirectories(to.getParent());
    return Files.copy(REPOSITORY.resolve(name), to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** A jar without classes, whose manifest points to this test's own class path. */
  private void application(Class<?> main) throws IOException {
    List<String> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      urls.add(Path.of(entry).toUri().toString());
    }
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls));
    Path jar = checkout.resolve("cli/target/quorate.jar");
    Files.createDirectories(jar.getParent());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
