package io.quorate.checker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.Budget;
import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.TextHistory;
import io.quorate.checker.judge.Checker;
import io.quorate.history.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
  private static final Options OPTIONS = Options.of(Budget.of(20, 64), System::nanoTime);

  @ParameterizedTest
  @MethodSource("names")
  void aStateIsNeverForNothing(String name) {
    assertThat(bytes(Models.named(name), 0)).isGreaterThanOrEqualTo(64);
  }

  private static List<String> names() {
    return Models.names();
  }

  /** What a state shares with the one before is not counted again: there is nothing to grow. */
  @ParameterizedTest
  @CsvSource({
    "multi-register, 500, 1000",
    "key-value, 0, 1000",
    "set, 512, 100000",
    "unordered-queue, 512, 100000",
    "fifo-queue, 512, 100000"
  })
  void aStateOfManyIsNoSmallerThanOneOfFew(String name, long least, long most) {
    long few = bytes(Models.named(name), 1);
    long many = bytes(Models.named(name), 9);

    assertThat(few).isBetween(least, most);
    assertThat(many).isGreaterThanOrEqualTo(few);
  }

  private static <S> long bytes(Model<S> model, int writes) {
    S state = model.initial();
    for (int i = 0; i < writes; i++) {
      state = model.step(state, write(model.name(), Value.of(i))).getFirst();
    }
    return model.bytes(state);
  }

  private static Call write(String model, Value value) {
    return switch (model) {
      case "multi-register" ->
          call("txn", Value.sequence(Value.sequence(Value.of("w"), value, value)));
      case "key-value" -> call("append", Value.of("x"));
      case "set" -> call("add", value);
      default -> call("enqueue", value);
    };
  }

  private static Call call(String function, Value argument) {
    return new Call(function, argument, new Call.Returned(Value.NIL));
  }

  @Test
  void aLockTakenTwiceIsFreeAfterTwoReleasesAndNotAfterOne() {
    String twice =
        """
        0 :invoke :acquire
        0 :ok :acquire
        0 :invoke :acquire
        0 :ok :acquire
        0 :invoke :release
        0 :ok :release
        """;
    String another = "1 :invoke :acquire\n1 :ok :acquire\n";
    String release = "0 :invoke :release\n0 :ok :release\n";

    assertThat(rank(twice + release + another)).isZero();
    assertThat(rank(twice + another)).isEqualTo(2);
    assertThat(rank(twice + release + release)).isEqualTo(2);
  }

  private static int rank(String text) {
    Model<?> model = Models.named("reentrant-mutex");
    return Checker.check(TextHistory.of(model.name(), text), model, OPTIONS).overall().rank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"w", "w 1", "write 1", "rw 1 2"})
  void aStepThatLacksAPartOrNeitherReadsNorWritesIsRefused(String parts) {
    Model<?> model = Models.named("multi-register");
    Value step =
        Value.sequence(Stream.of(parts.split(" ", -1)).map(Value::of).toArray(Value[]::new));

    assertThatThrownBy(() -> step(model, call("txn", Value.sequence(step))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multi-register");
  }

  private static <S> void step(Model<S> model, Call call) {
    model.step(model.initial(), call);
  }
}
