package io.quorate.raft.rules.bugs;

import io.quorate.raft.rules.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All the bugs this server can be told to have. */
public final class Bugs {
  private static final Bug SPLIT_BRAIN =
      new Bug(
          "B01",
          "majority-of-reachable",
          "MIT 6.824 lecture 6; Elasticsearch 1.x and Hazelcast 3.8.3 Jepsen reports",
          "split brain: two winners of one compare-and-set",
          MajorityOfReachable::in);

  private static final List<Bug> ALL =
      Stream.of(
              List.of(SPLIT_BRAIN),
              ElectionBugs.ALL,
              LogBugs.ALL,
              ReadBugs.ALL,
              DiskBugs.ALL,
              StateBugs.ALL,
              MembershipBugs.ALL)
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Bug::id))
          .toList();

  private Bugs() {}

  /** Every bug, by id. */
  public static List<Bug> all() {
    return ALL;
  }

  /** The bug of this id, in either case, or of this readable name. */
  public static Optional<Bug> named(String idOrName) {
    return ALL.stream()
        .filter(bug -> bug.id().equalsIgnoreCase(idOrName) || bug.name().equals(idOrName))
        .findFirst();
  }

  /** The correct rules, changed by each of these bugs in turn. */
  public static Rules rulesWith(List<Bug> bugs) {
    Rules rules = Rules.correct();
    for (Bug bug : bugs) {
      rules = bug.replaced().apply(rules);
    }
    return rules;
  }
}
