package io.quorate.raft.rules.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class BugsTest {
  @Test
  void aBugIsFoundByItsIdAndByItsName() {
    Bug bug = Bugs.named("B07").orElseThrow();

    assertThat(Bugs.named("b07")).contains(bug);
    assertThat(Bugs.named("stale-read-from-memory")).contains(bug);
    assertThat(Bugs.named("B99")).isEmpty();
  }

  @Test
  void noTwoBugsShareAnIdOrAName() {
    assertThat(Bugs.all()).extracting(Bug::id).doesNotHaveDuplicates().isSorted();
    assertThat(Bugs.all()).extracting(Bug::name).doesNotHaveDuplicates();
  }

  @Test
  void eachBugReplacesSomeRulesAndLeavesOthers() {
    for (Bug bug : Bugs.all()) {
      Rules wrong = Bugs.rulesWith(List.of(bug));

      assertThat(wrong).as(bug.id()).isNotEqualTo(Rules.correct());
      assertThat(wrong.diskFailure()).as(bug.id()).isSameAs(Rules.correct().diskFailure());
    }
  }

  @Test
  void noBugsAreTheCorrectRules() {
    assertThat(Bugs.rulesWith(List.of())).isSameAs(Rules.correct());
  }
}
