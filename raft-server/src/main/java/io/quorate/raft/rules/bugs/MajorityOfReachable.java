package io.quorate.raft.rules.bugs;

import io.quorate.raft.Quorum;
import io.quorate.raft.rules.Ballots;
import io.quorate.raft.rules.Commit;
import io.quorate.raft.rules.Election;
import io.quorate.raft.rules.Read;
import io.quorate.raft.rules.Replicas;
import io.quorate.raft.rules.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/** B01: a majority is counted over those that answer, not over all. */
final class MajorityOfReachable implements Election, Commit, Read {
  static Rules in(Rules rules) {
    MajorityOfReachable wrong = new MajorityOfReachable();
    return rules
        .with((Election) wrong)
        .with((Commit) wrong)
        .with((Read) wrong)
        .with(new SilentGuard());
  }

  @Override
  public boolean wins(Quorum quorum, Ballots ballots) {
    Set<String> answered = new TreeSet<>(ballots.granted());
    answered.addAll(ballots.refused());
    boolean some = quorum.reachedBy(ballots.granted());
    return some || (ballots.overdue() && majority(ballots.granted(), answered));
  }

  @Override
  public boolean remains(Quorum quorum, Set<String> heard) {
    return true;
  }

  @Override
  public long byLeader(Replicas replicas, long commit, long term, LongUnaryOperator termAt) {
    List<Long> reachable =
        replicas.heard().stream()
            .map(voter -> replicas.match().getOrDefault(voter, 0L))
            .sorted(Comparator.reverseOrder())
            .toList();
    long held = reachable.get(reachable.size() / 2);
    return held > commit && termAt.applyAsLong(held) == term ? held : commit;
  }

  @Override
  public boolean confirms(Quorum quorum, Set<String> agreeing, Set<String> heard) {
    return majority(agreeing, heard);
  }

  private static boolean majority(Set<String> part, Set<String> whole) {
    return !part.isEmpty() && part.stream().filter(whole::contains).count() > whole.size() / 2;
  }
}
