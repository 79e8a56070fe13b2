package io.quorate.raft.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.rules.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MachineTest {
  private final Machine machine = machine();
  private final Registers registers = machine.registers();
  private long index;

  @Test
  void aRegisterNeverWrittenHoldsNothing() {
    assertThat(registers.read("x")).isNull();
    assertThat(apply(new Command.CompareAndSet("x", null, "1"))).isEqualTo(Result.DONE);
    assertThat(registers.read("x")).isEqualTo("1");
  }

  @Test
  void aCompareAndSetThatDoesNotMatchChangesNothing() {
    apply(new Command.Write("x", "1"));

    Result result = apply(new Command.CompareAndSet("x", "2", "3"));

    assertThat(result).isEqualTo(Result.MISMATCH);
    assertThat(registers.read("x")).isEqualTo("1");
  }

  @Test
  void writingNothingRemoves() {
    apply(new Command.Write("x", "1"));
    apply(new Command.Write("y", "2"));

    apply(new Command.Write("x", null));
    apply(new Command.CompareAndSet("y", "2", null));
    apply(new Command.Noop());

    assertThat(registers.contents()).isEmpty();
  }

  @Test
  void deletingAppendingAndAddingTellWhatTheyFound() {
    assertThat(apply(new Command.Delete("x"))).isEqualTo(Result.MISMATCH);
    assertThat(apply(new Command.Append("x", "a"))).isEqualTo(Result.DONE);
    assertThat(apply(new Command.Append("x", "b"))).isEqualTo(Result.DONE);
    assertThat(registers.read("x")).isEqualTo("ab");
    assertThat(apply(new Command.Add("x", 1))).isEqualTo(Result.MISMATCH);
    assertThat(apply(new Command.Delete("x"))).isEqualTo(Result.DONE);
    assertThat(apply(new Command.Add("n", 5))).isEqualTo(new Result.Held(null));
    assertThat(apply(new Command.Add("n", -7))).isEqualTo(new Result.Held("5"));
    assertThat(registers.contents()).isEqualTo(Map.of("n", "-2"));
  }

  @Test
  void onlyTheTenDigitsMakeANumber() {
    for (String no :
        List.of("", "-", "+5", " 5", "5 ", "\u0665", "\uFF15", "--5", "0".repeat(20))) {
      apply(new Command.Write("n", no));

      assertThat(apply(new Command.Add("n", 1))).as("<%s>", no).isEqualTo(Result.MISMATCH);
      assertThat(registers.read("n")).isEqualTo(no);
    }
    for (String yes : List.of("5", "-5", "007", "-0", Long.toString(Long.MIN_VALUE))) {
      apply(new Command.Write("n", yes));

      assertThat(apply(new Command.Add("n", 1))).as(yes).isEqualTo(new Result.Held(yes));
      assertThat(registers.read("n")).isEqualTo(Long.toString(Long.parseLong(yes) + 1));
    }
  }

  @Test
  void whatWouldPassTheLimitsOfARegisterChangesNothing() {
    apply(new Command.Write("x", "ü".repeat(Command.MOST_VALUE_BYTES / 2)));
    apply(new Command.Write("n", Long.toString(Long.MAX_VALUE)));

    assertThat(apply(new Command.Append("x", "a"))).isEqualTo(Result.MISMATCH);
    assertThat(apply(new Command.Add("n", 1))).isEqualTo(Result.MISMATCH);
    assertThat(registers.read("n")).isEqualTo(Long.toString(Long.MAX_VALUE));
  }

  @Test
  void aLockHasOneOwner() {
    assertThat(apply(Command.acquire("lock", "a"))).isEqualTo(Result.DONE);
    assertThat(apply(Command.acquire("lock", "b"))).isEqualTo(Result.MISMATCH);
    assertThat(apply(Command.release("lock", "b"))).isEqualTo(Result.MISMATCH);
    assertThat(apply(Command.release("lock", "a"))).isEqualTo(Result.DONE);
    assertThat(apply(Command.acquire("lock", "b"))).isEqualTo(Result.DONE);
  }

  @Test
  void aScanGoesPageByPageInTheOrderOfKeys() {
    for (int i = 0; i < 20; i++) {
      apply(new Command.Write("k" + (char) ('a' + i), "v" + i));
    }
    apply(new Command.Write("other", "x"));

    List<String> seen = new ArrayList<>();
    String after = null;
    for (int page = 0; page < 3; page++) {
      seen.addAll(registers.scan("k", after, 8).keySet());
      after = seen.getLast();
    }

    assertThat(seen).hasSize(20).isSorted().startsWith("ka").endsWith("kt");
    assertThat(registers.scan("k", "kt", 8)).isEmpty();
    assertThat(registers.scan("", "kt", 8)).isEqualTo(Map.of("other", "x"));
  }

  @Test
  void fullRegistersTakeWhatIsNoLongerAndRefuseWhatIs() {
    StateLimits limits = new StateLimits(4, 4, 2 * (4 + 1 + 3));
    Machine small = new Machine(new Session() {}, limits);
    small.apply(1, new Command.Write("x", "123"));
    small.apply(2, new Command.Write("y", "999"));

    assertThat(small.apply(3, new Command.Write("z", ""))).isEqualTo(Result.FULL);
    assertThat(small.apply(4, new Command.Append("x", "4"))).isEqualTo(Result.FULL);
    assertThat(small.apply(5, new Command.Add("y", 1))).isEqualTo(Result.FULL);
    assertThat(small.apply(6, new Command.Write("x", "321"))).isEqualTo(Result.DONE);
    assertThat(small.registers().contents()).isEqualTo(Map.of("x", "321", "y", "999"));
    small.apply(7, new Command.Delete("x"));
    assertThat(small.apply(8, new Command.Add("y", 1))).isEqualTo(new Result.Held("999"));
  }

  @Test
  void aStateAboveTheLimitMayShrinkAndNotGrow() {
    apply(new Command.Write("x", "123456"));
    apply(new Command.Write("y", "1"));
    Machine small = new Machine(new Session() {}, new StateLimits(4, 4, 8));

    small.restore(state(machine.image()));

    assertThat(small.apply(9, new Command.Write("x", "12345"))).isEqualTo(Result.DONE);
    assertThat(small.apply(10, new Command.Write("x", "123456"))).isEqualTo(Result.FULL);
    assertThat(small.apply(11, new Command.Delete("y"))).isEqualTo(Result.DONE);
  }

  @Test
  void aLargeStateLeavesInSmallPieces() {
    for (int i = 0; i < 3000; i++) {
      apply(new Command.Write("key" + i, "v".repeat(1000)));
    }
    List<Integer> pieces = new ArrayList<>();

    machine.image().writeTo(piece -> pieces.add(piece.remaining()));

    assertThat(pieces).hasSizeGreaterThan(20).allMatch(size -> size < 100_000);
    assertThat(pieces.stream().mapToInt(size -> size).sum()).isGreaterThan(3_000_000);
  }

  /** Else a copy of it that is still on its way would take effect after all. */
  @Test
  void anUpdateInASessionThatFoundNoRoomIsNotExecutedLater() {
    StateLimits limits = new StateLimits(4, 4, 4 + 1 + 3);
    Machine small = new Machine(new Session() {}, limits);
    small.apply(1, new Command.OpenSession());
    small.apply(2, new Command.Write("x", "123"));
    Command once = new Command.InSession(1, 1, 1, new Command.Write("y", "1"));
    Result first = small.apply(3, once);
    small.apply(4, new Command.Delete("x"));
    Machine other = new Machine(new Session() {}, limits);

    other.restore(state(small.image()));

    assertThat(first).isEqualTo(Result.FULL);
    assertThat(small.apply(5, once)).isEqualTo(Result.FULL);
    assertThat(other.apply(5, once)).isEqualTo(Result.FULL);
  }

  @Test
  void noStateIsLongerThanItsLimitsSay() {
    StateLimits limits = new StateLimits(3, 5, 1000);
    Machine full = new Machine(new Session() {}, limits);
    for (long session = 1; session <= 3; session++) {
      full.apply(session, new Command.OpenSession());
    }
    full.apply(4, new Command.Write("n", Long.toString(Long.MIN_VALUE)));
    for (long session = 1; session <= 3; session++) {
      for (int sequence = 1; sequence <= 5; sequence++) {
        Command.Update add = new Command.Add("n", 0);
        full.apply(5, new Command.InSession(session, sequence, 1, add));
      }
    }
    full.apply(6, new Command.Write("x", "\uFF41".repeat(1000 - 2 * 4 - 2 - 20)));

    long bytes = state(full.image()).size();

    assertThat(full.apply(7, new Command.Append("x", "a"))).isEqualTo(Result.FULL);
    assertThat(bytes)
        .isLessThanOrEqualTo(limits.mostBytes())
        .isGreaterThan(limits.mostBytes() - 60);
  }

  @Test
  void anUpdateInASessionTakesEffectOnce() {
    long session = open();

    Result first = apply(new Command.InSession(session, 1, 1, new Command.Add("n", 2)));
    Result again = apply(new Command.InSession(session, 1, 1, new Command.Add("n", 2)));
    Result next = apply(new Command.InSession(session, 2, 1, new Command.Add("n", 2)));

    assertThat(first).isEqualTo(new Result.Held(null)).isEqualTo(again);
    assertThat(next).isEqualTo(new Result.Held("2"));
    assertThat(registers.read("n")).isEqualTo("4");
  }

  @Test
  void anAnswerThatMayBeForgottenIsAndItsUpdateIsNotExecutedAgain() {
    long session = open();
    apply(new Command.InSession(session, 1, 1, new Command.Append("x", "a")));
    apply(new Command.InSession(session, 2, 2, new Command.Append("x", "b")));

    Result late = apply(new Command.InSession(session, 1, 1, new Command.Append("x", "a")));

    assertThat(late).isInstanceOf(Result.Lost.class);
    assertThat(registers.read("x")).isEqualTo("ab");
  }

  @Test
  void aSessionHoldsSoManyAnswersAndNoMore() {
    long session = open();
    for (int sequence = 1; sequence <= StateLimits.STANDARD.maxAnswers(); sequence++) {
      apply(new Command.InSession(session, sequence, 1, new Command.Append("x", "a")));
    }
    long more = 1L + StateLimits.STANDARD.maxAnswers();

    Result crowded = apply(new Command.InSession(session, more, 1, new Command.Append("x", "b")));
    Result answered = apply(new Command.InSession(session, more, 2, new Command.Append("x", "b")));

    assertThat(crowded).isInstanceOf(Result.Refused.class);
    assertThat(answered).isEqualTo(Result.DONE);
    assertThat(registers.read("x")).isEqualTo("a".repeat(StateLimits.STANDARD.maxAnswers()) + "b");
  }

  @Test
  void ofTooManySessionsTheOneGoesThatWasUsedTheLongestAgo() {
    long first = open();
    long second = open();
    for (int i = 2; i < StateLimits.STANDARD.maxSessions(); i++) {
      open();
    }
    apply(new Command.InSession(first, 1, 1, new Command.Append("x", "a")));
    open();

    assertThat(apply(new Command.InSession(second, 1, 1, new Command.Append("x", "b"))))
        .isInstanceOf(Result.Lost.class);
    assertThat(apply(new Command.InSession(first, 2, 1, new Command.Append("x", "c"))))
        .isEqualTo(Result.DONE);
    assertThat(registers.read("x")).isEqualTo("ac");
  }

  /** Against a list of everything that was ever answered, with snapshots at any moment. */
  @Test
  void itDoesWhatANaiveTwinDoesWhateverIsSavedAndRestored() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StateLimits limits = new StateLimits(4096, 64, random.nextLong(12, 52));
      Machine real = new Machine(new Session() {}, limits);
      NaiveMachine twin = new NaiveMachine(limits.maxChars());
      Image image = real.image();
      Chunk then = state(image);
      for (long at = 1; at <= 200; at++) {
        Command command = draw(random, at);
        assertThat(real.apply(at, command))
            .as("seed %d, %s", seed, command)
            .isEqualTo(twin.apply(at, command));
        if (random.nextInt(20) == 0) {
          assertThat(state(image)).as("seed %d, an image never changes", seed).isEqualTo(then);
          image = real.image();
          then = state(image);
        }
        if (random.nextInt(20) == 0) {
          Chunk state = state(real.image());
          Machine next = new Machine(new Session() {}, limits);
          next.restore(state);
          assertThat(state(next.image())).as("seed %d", seed).isEqualTo(state);
          real = next;
        }
      }
      assertThat(real.registers().contents()).as("seed %d", seed).isEqualTo(twin.contents());
    }
  }

  @Test
  void aPageIsWhatANaiveTwinFindsWhateverTheKeys() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Machine real = machine();
      NaiveMachine twin = new NaiveMachine(StateLimits.STANDARD.maxChars());
      for (long at = 1; at <= 100; at++) {
        Command write = new Command.Write(key(random), random.nextInt(3) == 0 ? null : "v" + at);
        real.apply(at, write);
        twin.apply(at, write);
        if (random.nextInt(30) == 0) {
          real.restore(state(real.image()));
        }
        String prefix = key(random);
        String after = random.nextBoolean() ? null : key(random);
        int most = random.nextInt(6);
        assertThat(real.registers().scan(prefix, after, most))
            .as("seed %d, at %d, %s behind %s", seed, at, prefix, after)
            .isEqualTo(twin.scan(prefix, after, most));
      }
    }
  }

  /**
   * Up to three of few characters, the rarest of orders among them: UTF-8 has the last two swapped.
   */
  private static String key(SplittableRandom random) {
    StringBuilder key = new StringBuilder();
    for (int left = random.nextInt(4); left > 0; left--) {
      key.append(List.of("a", "b", "\u00FC", "\uFF41", "\uD83D\uDE00").get(random.nextInt(5)));
    }
    return key.toString();
  }

  /** Texts of all kinds: letters, numbers and what only looks like one. */
  private static final List<String> VALUES =
      List.of("v0", "v1", "v2", "7", "-3", "007", "+5", "\u0663", "-");

  private static Command draw(SplittableRandom random, long at) {
    if (random.nextInt(20) == 0) {
      return new Command.OpenSession();
    }
    String key = "k" + random.nextInt(3);
    String value = random.nextInt(4) == 0 ? null : VALUES.get(random.nextInt(VALUES.size()));
    Command.Update update =
        switch (random.nextInt(5)) {
          case 0 -> new Command.Write(key, value);
          case 1 -> new Command.CompareAndSet(key, value, VALUES.get(random.nextInt(9)));
          case 2 -> new Command.Delete(key);
          case 3 -> new Command.Append(key, "+");
          default -> new Command.Add(key, random.nextInt(5));
        };
    if (random.nextBoolean()) {
      return update;
    }
    long session = 1 + random.nextLong(at);
    return new Command.InSession(session, 1 + random.nextInt(6), random.nextInt(4), update);
  }

  @Test
  void anImageIsWhatTheRegistersHeldThen() {
    for (int i = 0; i < 1000; i++) {
      apply(new Command.Write("k" + i, "v" + i));
    }
    Image image = machine.image();
    for (int i = 0; i < 1000; i += 2) {
      apply(new Command.Write("k" + i, i % 4 == 0 ? null : "other"));
    }

    Machine other = machine();
    other.apply(1, new Command.Write("left", "over"));
    other.restore(state(image));
    Registers restored = other.registers();

    assertThat(restored.contents()).hasSize(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(restored.read("k" + i)).isEqualTo("v" + i);
    }
    assertThat(registers.contents()).hasSize(750);
  }

  @Test
  void equalStatesHaveEqualBytes() {
    Machine one = machine();
    Machine other = machine();
    for (int i = 0; i < 100; i++) {
      one.apply(i + 1, new Command.Write("k" + i, "ü" + i));
      other.apply(i + 1, new Command.Write("k" + (99 - i), "ü" + (99 - i)));
    }
    other.apply(101, new Command.Write("gone", "x"));
    other.apply(102, new Command.Write("gone", null));

    assertThat(state(one.image())).isEqualTo(state(other.image()));
  }

  @Test
  void bytesThatAreNoStateAreRefused() {
    apply(new Command.Write("k", "v"));
    long session = open();
    apply(new Command.InSession(session, 1, 1, new Command.Add("n", 1)));
    apply(new Command.InSession(session, 2, 1, new Command.Append("x", "a")));
    byte[] state = state(machine.image()).toArray();

    for (int length = 0; length < state.length; length++) {
      Chunk cut = Chunk.of(Arrays.copyOf(state, length));
      assertThatThrownBy(() -> machine.restore(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    Chunk longer = Chunk.of(Arrays.copyOf(state, state.length + 1));
    assertThatThrownBy(() -> machine.restore(longer)).isInstanceOf(IllegalArgumentException.class);
    machine.restore(Chunk.of(state));
    assertThat(registers.contents()).isEqualTo(Map.of("k", "v", "n", "1", "x", "a"));
  }

  private static Machine machine() {
    return new Machine(new Session() {}, StateLimits.STANDARD);
  }

  private Result apply(Command command) {
    return machine.apply(++index, command);
  }

  private long open() {
    return ((Result.Opened) apply(new Command.OpenSession())).session();
  }

  private static Chunk state(Image image) {
    Bytes all = new Bytes(64);
    image.writeTo(all::putAll);
    return Chunk.handedOver(all.toArray());
  }
}
