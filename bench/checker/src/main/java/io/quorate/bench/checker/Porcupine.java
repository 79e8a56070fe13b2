package io.quorate.bench.checker;

import io.quorate.history.Completion;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Porcupine in a process of its own, built from {@code bench/porcupine}, whose {@code main.go} says
 * how a history is written down.
 */
final class Porcupine {
  private static final int MEBIBYTES = 4096;

  /** For reading the file and giving memory back, on top of the limit of the check. */
  private static final int GRACE_SECONDS = 60;

  private static final int UNKNOWN_OUTCOME = -1;

  private final Path program;
  private final int limitSeconds;

  Porcupine(Path program, int limitSeconds) {
    this.program = program;
    this.limitSeconds = limitSeconds;
  }

  /** What came of a check. */
  enum Said {
    OK,
    ILLEGAL,
    UNKNOWN,
    MEMORY;

    /** Whether it is a verdict and no limit. */
    boolean decided() {
      return this == OK || this == ILLEGAL;
    }
  }

  /**
   * One check.
   *
   * @param seconds of the check alone, without reading the file
   * @param mebibytes most resident memory
   */
  record Run(Said said, double seconds, int mebibytes) {
    /** Reads the line that the program prints. */
    static Run parse(String line) {
      String[] fields = line.split(" ", -1);
      if (fields.length != 3) {
        throw new IllegalStateException("Porcupine said: " + line);
      }
      Said said =
          switch (fields[0]) {
            case "ok" -> Said.OK;
            case "illegal" -> Said.ILLEGAL;
            case "unknown" -> Said.UNKNOWN;
            case "memory" -> Said.MEMORY;
            default -> throw new IllegalStateException("Porcupine said: " + line);
          };
      return new Run(said, Double.parseDouble(fields[1]), Integer.parseInt(fields[2]));
    }
  }

  /** Checks the history that {@link #write} wrote. */
  Run check(Path history) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                history.toString(),
                Integer.toString(limitSeconds),
                Integer.toString(MEBIBYTES))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!process.waitFor(limitSeconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("Porcupine did not end at its limit of " + limitSeconds + " s");
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException("Porcupine ended with " + process.exitValue() + ": " + said);
      }
      return Run.parse(said.strip());
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Writes the operations that matter. Times are the order numbers, so that both sides see one and
   * the same order: Porcupine takes an interval as closed, and a client that asks at the very
   * nanosecond of its last answer would be two clients to it.
   */
  static void write(History history, Path file) throws IOException {
    Map<Value, Integer> numbers = new HashMap<>();
    numbers.put(Value.NIL, 0);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int row = 0; row < history.size(); row++) {
        if (history.matters(row)) {
          out.write(line(history.operation(row), numbers));
        }
      }
    }
  }

  private static String line(Operation operation, Map<Value, Integer> numbers) {
    Value argument = operation.invocation().argument();
    String function = operation.invocation().function();
    List<Value> values =
        switch (operation.completion()) {
          case Completion.Ok ok when function.equals(Invocation.READ) ->
              List.of(ok.output(), Value.NIL);
          case Completion.Ok ok -> arguments(argument);
          case Completion.Info info -> arguments(argument);
          case Completion.Fail fail -> throw new IllegalStateException("a failed one matters");
        };
    boolean unknown = operation.returnOrder() == Operation.OPEN;
    return String.join(
        " ",
        Long.toString(operation.process()),
        function,
        number(values.get(0), numbers),
        number(values.get(1), numbers),
        Long.toString(operation.invokeOrder()),
        (unknown ? UNKNOWN_OUTCOME : operation.returnOrder()) + "\n");
  }

  private static List<Value> arguments(Value argument) {
    return argument instanceof Value.Sequence pair ? pair.items() : List.of(argument, Value.NIL);
  }

  private static String number(Value value, Map<Value, Integer> numbers) {
    return numbers.computeIfAbsent(value, fresh -> numbers.size()).toString();
  }
}
