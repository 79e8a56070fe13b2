package io.quorate.raft.shell.main;

import io.quorate.raft.protocol.SeededBug;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.rules.bugs.Bugs;
import java.util.List;

/** Tells the seeded bugs without their rules. */
public final class BugCatalogue implements SeededBug.Catalogue {
  /** For the ServiceLoader. */
  public BugCatalogue() {}

  @Override
  public List<SeededBug> bugs() {
    return Bugs.all().stream()
        .map(bug -> new SeededBug(bug.id(), bug.name(), bug.symptom(), bug.source()))
        .toList();
  }

  /** Returns the bugs with these ids or names; UsageException when one is unknown. */
  static List<Bug> named(List<String> names) {
    return names.stream()
        .map(name ->
            Bugs.named(name)
                .orElseThrow(() ->
                    new UsageException("no seeded bug is called '" + name + "'; see --list-bugs")))
        .toList();
  }
}
