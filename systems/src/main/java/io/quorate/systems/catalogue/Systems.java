package io.quorate.systems.catalogue;

import io.quorate.systems.SystemInfo;
import io.quorate.systems.SystemUnderTest;
import io.quorate.systems.raft.RaftJar;
import io.quorate.systems.raft.RaftSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds systems under test by the names that plans use. */
public final class Systems {
  private Systems() {}

  /** Returns every system, with the bugs each can be run with. */
  public static List<SystemInfo> all() {
    return List.of(RaftSystem.info());
  }

  /**
   * Returns the system called {@code name}: {@code raft}, {@code raft:B07} or {@code
   * raft:stale-read-from-memory}; several bugs are joined by {@code +}.
   *
   * @param cluster a name for this run's cluster, 1 to 64 letters, digits, dots, _ or -; servers
   *     refuse connections that mean another
   * @param seed of everything random in the system itself
   * @throws IllegalArgumentException with one sentence when there is no such system or bug
   */
  public static SystemUnderTest named(String name, String cluster, long seed) {
    return new RaftSystem(RaftJar.ofThisToolkit(), cluster, bugsOfRaft(name), seed);
  }

  /**
   * Returns the ids of the bugs that {@code name} asks for: none for {@code raft}.
   *
   * @throws IllegalArgumentException with one sentence when there is no such system or bug
   */
  public static List<String> bugsOfRaft(String name) {
    int colon = name.indexOf(':');
    String system = colon < 0 ? name : name.substring(0, colon);
    if (!system.equals(RaftSystem.NAME)) {
      throw new IllegalArgumentException(
          "there is no system '" + system + "'; known: " + RaftSystem.NAME);
    }
    if (colon < 0) {
      return List.of();
    }
    List<String> bugs = List.of(name.substring(colon + 1).split("\\+", -1));
    return bugs.stream().map(Systems::bugId).toList();
  }

  private static String bugId(String idOrName) {
    List<SystemInfo.BugInfo> bugs = RaftSystem.info().bugs();
    Optional<String> id =
        bugs.stream()
            .filter(bug -> bug.id().equals(idOrName) || bug.name().equals(idOrName))
            .map(SystemInfo.BugInfo::id)
            .findFirst();
    return id.orElseThrow(() ->
        new IllegalArgumentException(
            "raft has no bug '"
                + idOrName
                + "'; known: "
                + bugs.stream()
                    .map(bug -> bug.id() + " " + bug.name())
                    .collect(Collectors.joining(", "))));
  }
}
