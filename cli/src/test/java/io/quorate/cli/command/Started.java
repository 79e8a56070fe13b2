package io.quorate.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, with a folder of its own for all its runs. */
final class Started {
  /** Nothing here takes a tenth of it; it only keeps a build from hanging for ever. */
  private static final long LIMIT_SECONDS = 240;

  private static final long LOOK_MILLIS = 50;

  private final Path home;
  private final Process process;
  private final Path out;
  private final Path err;
  private final Path result;

  private Started(Path home, Process process, Path out, Path err, Path result) {
    this.home = home;
    this.process = process;
    this.out = out;
    this.err = err;
    this.result = result;
  }

  /** How a process ended. */
  record Ended(int code, String result, String out, String err, Path latest) {
    @Override
    public String toString() {
      return "exit code %d, result file %s, run folder %s%nout:%n%s%nerr:%n%s"
          .formatted(code, result, latest, out, err);
    }
  }

  /** Starts {@code ./quorate words...} in the checkout {@code home}. */
  static Started quorate(Path home, String... words) throws IOException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    Path result = Files.createTempFile(home, "result", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // short lives
    command.add("-Djava.awt.headless=true");
    command.add("-Dquorate.home=" + home);
    command.add("-Dquorate.result=" + result);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Quorate.class.getName());
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Started(home, process, out, err, result);
  }

  /** Waits until the run in progress has recorded {@code lines} lines. */
  Started recorded(int lines) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (recordedLines() < lines) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the run recorded too little: " + finish());
      }
      process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  private long recordedLines() throws IOException {
    Path history = latest().resolve("history.jsonl");
    if (!Files.exists(history)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(history)) {
      return lines.count();
    }
  }

  private Path latest() {
    return home.resolve("results/runs/latest");
  }

  /** Asks it to end, as Ctrl-C does by way of the launcher. */
  Started terminate() {
    process.destroy();
    return this;
  }

  /** Takes it away, as {@code kill -9} does. */
  Started kill() {
    process.destroyForcibly();
    return this;
  }

  /** Waits for its end. */
  Ended finish() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new Ended(
        process.exitValue(),
        Files.readString(result).strip(),
        Files.readString(out),
        Files.readString(err),
        Files.exists(latest()) ? latest().toRealPath() : latest());
  }
}
