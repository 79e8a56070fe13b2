package io.quorate.nemesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Link;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleReaderTest {
  @Test
  void everythingThatCanBeWrittenIsUnderstood() {
    Schedule schedule =
        Schedules.read(
            "mine.yaml",
            """
            name: mine
            about: all of the language
            needs: {nodes: 5}
            repeat: true
            steps:
              - wait: 1s..3s
              - inject: {isolate: leader, with-clients: true}
                as: cut
                patience: 7s
              - await: {leader-outside: cut}
                patience: 8s
              - await: {write-outside: cut}
              - await: any-leader
              - reads: {at: cut, times: 5, every: 50ms}
              - reads: {at: everywhere}
              - inject: {kill: [n1, n2]}
              - heal: cut
              - heal: kill
              - inject: {one-way: follower, direction: in}
                as: deaf
              - inject: {slow: minority, delay: 100ms, jitter: 5ms}
              - inject: {cut: [n1->n2, c1 -> n3]}
              - inject: majorities-ring
              - inject: {halves: drawn, with-clients: true}
              - inject: {pause: majority}
            """);

    assertThat(schedule)
        .isEqualTo(
            new Schedule(
                "mine",
                "all of the language",
                5,
                true,
                List.of(
                    new Step.Wait(seconds(1), seconds(3)),
                    inject("cut", new FaultSpec.Isolate(new Target.Leader(), true), 7),
                    new Step.Await(new Step.Condition.LeaderOutside("cut"), seconds(8)),
                    new Step.Await(new Step.Condition.WriteOutside("cut"), seconds(10)),
                    new Step.Await(new Step.Condition.AnyLeader(), seconds(10)),
                    new Step.Reads(new Step.Place.Struck("cut"), 5, Duration.ofMillis(50)),
                    new Step.Reads(new Step.Place.Everywhere(), 1, Duration.ofMillis(100)),
                    inject("kill", new FaultSpec.Kill(new Target.Named(List.of("n1", "n2"))), 5),
                    new Step.Heal("cut"),
                    new Step.Heal("kill"),
                    inject("deaf", new FaultSpec.OneWay(new Target.Follower(), false), 5),
                    inject(
                        "slow",
                        new FaultSpec.Slow(
                            new Target.Minority(), Duration.ofMillis(100), Duration.ofMillis(5)),
                        5),
                    inject(
                        "cut",
                        new FaultSpec.Cut(List.of(new Link("n1", "n2"), new Link("c1", "n3"))),
                        5),
                    inject("majorities-ring", new FaultSpec.MajoritiesRing(), 5),
                    inject("halves", new FaultSpec.Halves(true), 5),
                    inject("pause", new FaultSpec.Pause(new Target.Majority()), 5))));
  }

  @Test
  void littleNeedBeSaid() {
    Schedule schedule = Schedules.read("mine.yaml", "steps: [{wait: 1s}]");

    assertThat(schedule)
        .isEqualTo(
            new Schedule(
                "mine.yaml", "", 1, false, List.of(new Step.Wait(seconds(1), seconds(1)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait: -1s | a length of time up to 24h is needed here, such as 250ms, 1.5s or 2m, got "-1s"
          wait: 3 | a length of time up to 24h is needed here, such as 250ms, 1.5s or 2m, got "3"
          wait: 3s..1s | a wait is written 2s, or 1s..3s with the shorter time first, got "3s..1s"
          wait: [1s] | a text is needed here, got a list
          wait: | a text is needed here, got nothing
          wiat: 1s | unknown key "wiat", did you mean "wait"? (known here: wait, inject, await, reads, heal, any-of, each-of, as, patience, every)
          sleep: 1s | unknown key "sleep"; known here: wait, inject, await, reads, heal, any-of, each-of, as, patience, every
          as: x | exactly one of wait, inject, await, reads, heal, any-of, each-of is needed here, got none
          {wait: 1s, heal: x} | exactly one of wait, inject, await, reads, heal, any-of, each-of is needed here, got wait and heal
          {wait: 1s, as: x} | "as" has no meaning beside "wait"
          inject: {isolat: leader} | unknown key "isolat", did you mean "isolate"? (known here: isolate, halves, majorities-ring, bridge, one-way, cut, kill, pause, slow, power-loss, wipe, corrupt, remove, clock, slow-disk, unreliable, with-clients, direction, delay, jitter, percent, sync, loss, duplicate, reorder, late)
          inject: {isolate: leader, kill: one} | exactly one of isolate, halves, majorities-ring, bridge, one-way, cut, kill, pause, slow, power-loss, wipe, corrupt, remove, clock, slow-disk, unreliable is needed here, got isolate and kill
          inject: {kill: leader, with-clients: true} | "with-clients" has no meaning beside "kill"
          inject: {kill: laeder} | unknown role "laeder", did you mean "leader"? (known here: leader, follower, bystander, one, minority, leader-minority, majority, all)
          inject: {kill: []} | a list of nodes needs at least one name
          inject: {isolate: one, with-clients: yes} | true or false is needed here, got "yes"
          inject: ring | unknown shape "ring", did you mean "majorities-ring"? (known here: halves, majorities-ring, bridge)
          inject: {one-way: leader} | the key "direction" is missing
          inject: {one-way: leader, direction: up} | unknown direction "up"; known here: out, in
          inject: {cut: [n1]} | a link is written n1->n2, from one place to another, got "n1"
          inject: {cut: [n1->n1]} | a link is written n1->n2, from one place to another, got "n1->n1"
          inject: {cut: []} | a cut needs at least one link
          inject: {kill: one, kill: all} | the key "kill" stands here twice
          {inject: {kill: one}, as: everywhere} | a fault cannot be called "everywhere": choose another name
          await: leader | unknown condition "leader", did you mean "any-leader"? (known here: any-leader)
          {await: any-leader, every: 0s} | nodes are asked at most every 1ms
          {wait: 1s, every: 1s} | "every" has no meaning beside "wait"
          await: {leader-outside: cut} | this step waits beside "cut", which is not in force here; no fault is
          reads: {at: cut} | this step reads at "cut", which is not in force here; no fault is
          reads: {at: everywhere, times: 0} | a whole number from 1 to 1000 is needed here, got "0"
          reads: {times: 2} | the key "at" is missing
          heal: cut | this step heals "cut", which is not in force here; no fault is
          any-of: [] | at least one way is needed here, each a list of steps
          any-of: [{wait: 1s}] | a list is needed here, got keys with values
          any-of: [[{wait: 1s}], [{heal: cut}]] | this step heals "cut", which is not in force here; no fault is
          any-of: [[{inject: {kill: one}, as: k}]] | each way must heal what it injects and nothing else: [] is in force before one of them, [k] behind it
          """)
  void whatIsWrongWithAStepIsSaidInOneSentenceWithItsPlace(String step, String sentence) {
    assertThatThrownBy(() -> Schedules.read("mine.yaml", "steps:\n  - " + step + "\n"))
        .isInstanceOf(ScheduleException.class)
        .message()
        .matches("mine\\.yaml line 2, column \\d+: .*")
        .endsWith(": " + sentence)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | mine.yaml: it is empty
          'steps: []\\nname: [x]' | mine.yaml line 2, column 7: a text is needed here, got a list
          'name: x' | mine.yaml line 1, column 1: the key "steps" is missing
          'steps: []\\nneed: {nodes: 3}' | mine.yaml line 2, column 1: unknown key "need", did you mean "needs"? (known here: name, about, needs, repeat, steps)
          'steps: []\\nneeds: {nodes: three}' | mine.yaml line 2, column 16: a whole number from 1 to 100 is needed here, got "three"
          'steps: []\\nneeds: 3' | mine.yaml line 2, column 8: keys with values are needed here (nodes), got "3"
          '[1, 2]' | mine.yaml line 1, column 1: keys with values are needed here (name, about, needs, repeat, steps), got a list
          'steps: {}' | mine.yaml line 1, column 8: a list is needed here, got keys with values
          """)
  void whatIsWrongWithTheWholeIsSaidInOneSentence(String text, String sentence) {
    assertThatThrownBy(() -> Schedules.read("mine.yaml", text.replace("\\n", "\n")))
        .isInstanceOf(ScheduleException.class)
        .hasMessage(sentence);
  }

  @Test
  void aNameInForceCannotBeGivenAgain() {
    String twice = "steps: [{inject: {kill: one}}, {inject: {kill: leader}}]";

    assertThatThrownBy(() -> Schedules.read("mine.yaml", twice))
        .hasMessage(
            "mine.yaml line 1, column 32: a fault called \"kill\" is in force already: heal it"
                + " before, or give this one another name by \"as\"");
  }

  @Test
  void aMisspeltNameIsComparedWithThoseInForce() {
    String misspelt = "steps: [{inject: {kill: one}, as: down}, {heal: dwon}]";

    assertThatThrownBy(() -> Schedules.read("mine.yaml", misspelt))
        .hasMessageEndingWith(
            "this step heals \"dwon\", which is not in force here, did you mean \"down\"? (known"
                + " here: down)");
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Schedules.read("mine.yaml", "steps:\n  - {wait: 1s\n"))
        .isInstanceOf(ScheduleException.class)
        .message()
        .startsWith("mine.yaml line 3, column 1: no YAML: ");
  }

  @Test
  void hostileDocumentsAreRefusedInOneSentence() {
    String deep = "steps: " + "[".repeat(40_000);
    String deepBlock = "- ".repeat(30_000);
    String laughs =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
            + "steps: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]";
    String itself = "steps: &s [*s]";
    String long_ = "steps: []\nabout: " + "x".repeat(200_000);
    String terminal = "\"\\e[2Jsteps\": []";

    for (String text : List.of(deep, deepBlock, laughs, itself, long_, terminal)) {
      assertThatThrownBy(() -> Schedules.read("mine.yaml", text))
          .isInstanceOf(ScheduleException.class)
          .message()
          .hasSizeLessThan(400)
          .doesNotContain("\n")
          .doesNotContain("\u001b");
    }
  }

  private static Step.Inject inject(String as, FaultSpec fault, long patience) {
    return new Step.Inject(as, fault, seconds(patience));
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }
}
