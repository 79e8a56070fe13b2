package io.quorate.systems.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.systems.SystemInfo;
import io.quorate.systems.SystemUnderTest;
import org.junit.jupiter.api.Test;

class SystemsTest {
  @Test
  void aBugIsFoundByItsIdAndByItsName() {
    SystemUnderTest byId = Systems.named("raft:B07", "run", 1);
    SystemUnderTest byName = Systems.named("raft:stale-read-from-memory", "run", 1);

    assertThat(byId.name()).isEqualTo("raft:B07").isEqualTo(byName.name());
    assertThat(byName.bugs()).containsExactly("B07");
    assertThat(Systems.named("raft", "run", 1).bugs()).isEmpty();
  }

  @Test
  void everyBugOfTheCatalogueCanBeNamed() {
    SystemInfo raft = Systems.all().getFirst();

    assertThat(raft.bugs()).isNotEmpty();
    for (SystemInfo.BugInfo bug : raft.bugs()) {
      assertThat(bug.symptom()).isNotBlank();
      assertThat(Systems.named("raft:" + bug.name(), "run", 1).bugs()).containsExactly(bug.id());
    }
  }

  @Test
  void whatIsNotThereIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Systems.named("paxos", "run", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no system 'paxos'; known: raft");
    assertThatThrownBy(() -> Systems.named("raft:B99", "run", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("raft has no bug 'B99'; known: B01");
    assertThatThrownBy(() -> Systems.named("raft:", "run", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
