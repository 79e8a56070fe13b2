package io.quorate.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the README, compiled and run. */
class ExampleTest {
  private static final Path SOURCE = Path.of("src/test/java/io/quorate/checker/ExampleTest.java");

  @Test
  void theFirstExampleFindsTheStaleRead() {
    // README
    History.Builder log =
        History.builder(new Header(1, "register", FailedCas.IGNORE, 0, List.of()));
    log.add(new Entry.Invoked(0, 0, 1, new Invocation("write", null, Value.of(7)), null));
    log.add(new Entry.Completed(10, 1, new Completion.Ok(Value.NIL), null));
    log.add(new Entry.Invoked(20, 20, 2, new Invocation("read", null, Value.NIL), null));
    log.add(new Entry.Completed(30, 2, new Completion.Ok(Value.NIL), null));
    Options options = Options.of(Budget.of(60, 1024), System::nanoTime); // seconds, MiB
    Verdict verdict = Checker.check(log.build(), Models.register(), options).overall();
    String said =
        switch (verdict) {
          case Verdict.Linearizable yes -> "linearizable";
          case Verdict.Undecided unknown -> unknown.why();
          case Verdict.NotLinearizable no -> no.counterexample().sentence();
        };
    // end

    assertThat(said).startsWith("stale read: read of nil by process 2 returned at");
  }

  // README
  /** The highest number ever raised to. */
  record Highest() implements Model<Long> {
    @Override
    public String name() {
      return "highest";
    }

    @Override
    public Long initial() {
      return 0L;
    }

    @Override
    public List<Long> step(Long state, Call call) {
      return switch (call.function()) {
        case "raise" ->
            call.argument() instanceof Value.Int(long n) ? List.of(Math.max(state, n)) : List.of();
        case "read" ->
            call.answer() instanceof Call.Returned(Value said) && !said.equals(Value.of(state))
                ? List.of() // it cannot have answered so
                : List.of(state);
        default -> throw new IllegalArgumentException("highest knows no " + call.function());
      };
    }
  }

  // end

  // README
  /** A register whose writes may be lost: several next states. */
  record Lossy(RegisterModel register) implements Model<Value> {
    @Override
    public String name() {
      return "lossy-register";
    }

    @Override
    public Value initial() {
      return register.initial();
    }

    @Override
    public List<Value> step(Value state, Call call) {
      return call.function().equals("write")
          ? List.of(state, call.argument())
          : register.step(state, call);
    }
  }

  // end

  @Test
  void aModelOfOnesOwnIsOneMethod() {
    String raised =
        """
        1 :invoke :raise 3
        1 :ok :raise 3
        2 :invoke :raise 2
        2 :ok :raise 2
        1 :invoke :read nil
        1 :ok :read %d
        """;

    assertThat(judge(new Highest(), raised.formatted(3)).rank()).isZero();
    assertThat(judge(new Highest(), raised.formatted(2)).rank()).isEqualTo(2);
  }

  @Test
  void aModelMayHaveSeveralNextStates() {
    String written =
        """
        1 :invoke :write 1
        1 :ok :write 1
        1 :invoke :read nil
        1 :ok :read %s
        1 :invoke :read nil
        1 :ok :read %s
        """;
    Lossy lossy = new Lossy(Models.register());

    assertThat(judge(lossy, written.formatted("nil", "nil")).rank()).isZero();
    assertThat(judge(lossy, written.formatted("1", "1")).rank()).isZero();
    assertThat(judge(lossy, written.formatted("1", "nil")).rank()).isEqualTo(2);
  }

  @Test
  void theReadmeShowsWhatIsCompiledHere() throws IOException {
    String readme = squeezed(Files.readString(Path.of("README.md")));
    List<String> examples = examples(Files.readString(SOURCE));

    assertThat(examples).hasSize(3).allSatisfy(each -> assertThat(readme).contains(each));
  }

  private static List<String> examples(String source) {
    List<String> examples = new ArrayList<>();
    for (String part : source.split("(?m)^ +// README$", -1)) {
      examples.add(squeezed(part.split("(?m)^ +// end$", -1)[0]));
    }
    return examples.subList(1, examples.size());
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Verdict judge(Model<?> model, String text) {
    History history = TextHistory.of(model.name(), text);
    return Checker.check(history, model, Options.of(Budget.of(10, 64), System::nanoTime)).overall();
  }
}
