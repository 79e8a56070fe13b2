package io.quorate.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the folders of runs are kept: in {@link #usual} when nothing else is said, and wherever a
 * run was told to keep its own. Those places are remembered, so that what a killed run left is
 * found without its name.
 */
public final class RunsFolder {
  /** How many other places are remembered; the oldest are forgotten first. */
  public static final int MAX_ELSEWHERE = 1000;

  private static final String HOME = "quorate.home";

  /** One place a line, as a URI: a path may hold a line break. */
  private static final String ELSEWHERE = "elsewhere.txt";

  private RunsFolder() {}

  /** In the checkout that the launcher belongs to, or below the current folder without one. */
  public static Path usual() {
    String home = System.getProperty(HOME);
    return Path.of(home == null ? "" : home).resolve("results").resolve("runs");
  }

  /** Returns {@code told}, or {@link #usual} where nothing was said. */
  public static Path at(@Nullable Path told) {
    return told == null ? usual() : told;
  }

  /** Returns {@code usual} and the other places where runs were kept and that are still there. */
  public static List<Path> all(Path usual) throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(usual);
    all.addAll(elsewhere(usual));
    return all;
  }

  /** Creates {@code place} and remembers it, before a run that is kept there starts anything. */
  public static void remember(Path usual, Path place) throws IOException {
    Path absolute = Files.createDirectories(place.toAbsolutePath().normalize());
    List<Path> known = elsewhere(usual);
    if (known.contains(absolute) || absolute.equals(usual.toAbsolutePath().normalize())) {
      return;
    }
    Path file = Files.createDirectories(usual).resolve(ELSEWHERE);
    if (known.size() < MAX_ELSEWHERE) {
      Files.writeString(file, line(absolute), CREATE, APPEND); // whole, whoever else appends
    } else {
      List<Path> latest = new ArrayList<>(known.subList(1, known.size()));
      latest.add(absolute);
      Files.writeString(file, latest.stream().map(RunsFolder::line).collect(joining()));
    }
  }

  private static String line(Path place) {
    return place.toUri() + "\n";
  }

  private static List<Path> elsewhere(Path usual) throws IOException {
    Path file = usual.resolve(ELSEWHERE);
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> Path.of(URI.create(line)))
        .filter(Files::isDirectory)
        .toList();
  }
}
