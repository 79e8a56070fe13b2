package io.quorate.results.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where one run is kept: {@code results/runs/<plan>/<time>-<seed>/}.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  /** The name beside the plans' folders that points to the last run. */
  public static final String LATEST = "latest";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** How many runs of one plan may begin in the same second with the same seed. */
  private static final int MAX_NAMES = 1000;

  /** How long a plan's name may be in a path. */
  private static final int MAX_NAME = 80;

  /**
   * Creates the folder of a new run and points {@code latest} to it.
   *
   * @param root {@code results/runs}
   * @param plan the plan's name; what does not belong in a path becomes a dash
   * @param start when the run begins
   * @param seed its seed
   */
  public static RunFolder create(Path root, String plan, Instant start, long seed)
      throws IOException {
    Path parent = Files.createDirectories(root.resolve(safe(plan)));
    Path folder = fresh(parent, TIME.format(start) + "-" + seed);
    point(root, folder);
    return new RunFolder(folder);
  }

  /** Returns the folder {@code path} names; of {@code latest} the one it points to. */
  public static RunFolder open(Path path) throws IOException {
    if (Files.isRegularFile(path) && path.endsWith(LATEST)) {
      String target = Files.readString(path).strip();
      return new RunFolder(path.resolveSibling(target).toRealPath());
    }
    return new RunFolder(path.toRealPath());
  }

  /** The resolved plan. */
  public Path plan() {
    return path.resolve("plan.yaml");
  }

  /** The schedule as executed. */
  public Path schedule() {
    return path.resolve("schedule.yaml");
  }

  /** The recorded history. */
  public Path history() {
    return path.resolve("history.jsonl");
  }

  /** The outcome for machines. */
  public Path verdict() {
    return path.resolve("verdict.json");
  }

  /** The numbers for machines. */
  public Path measures() {
    return path.resolve("measures.json");
  }

  /** The folder of the charts. */
  public Path charts() {
    return path.resolve("charts");
  }

  /** The report for people. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** The folder of what {@code node} left behind: logs, trace. */
  public Path node(String node) {
    return nodes().resolve(safe(node));
  }

  /** The folder of what all nodes left behind. */
  public Path nodes() {
    return path.resolve("nodes");
  }

  /** What the doctor saw before the run. */
  public Path doctor() {
    return path.resolve("doctor.json");
  }

  /** Every start and cut, flushed before it happened. */
  public Path ledger() {
    return path.resolve("ledger.jsonl");
  }

  /** Returns the files and folders a reader may want to open, those that exist. */
  public List<Path> contents() {
    return Stream.of(
            plan(),
            schedule(),
            history(),
            verdict(),
            measures(),
            charts(),
            nodes(),
            doctor(),
            ledger())
        .filter(Files::exists)
        .toList();
  }

  private static Path fresh(Path parent, String name) throws IOException {
    for (int i = 1; i <= MAX_NAMES; i++) {
      Path folder = parent.resolve(i == 1 ? name : name + "-" + i);
      if (created(folder)) {
        return folder;
      }
    }
    throw new IOException(parent + " holds " + MAX_NAMES + " runs named " + name);
  }

  private static boolean created(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  /** A link where the file system has links, else a file that holds the path. */
  private static void point(Path root, Path folder) throws IOException {
    Path target = root.relativize(folder);
    Path draft = root.resolve("." + LATEST + "-" + folder.getFileName());
    Files.deleteIfExists(draft);
    try {
      Files.createSymbolicLink(draft, target);
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.writeString(draft, target + "\n");
    }
    Files.move(draft, root.resolve(LATEST), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    String cut = safe.length() > MAX_NAME ? safe.substring(0, MAX_NAME) : safe;
    return cut.isEmpty() || cut.equals(LATEST) ? "plan-" + cut : cut;
  }
}
