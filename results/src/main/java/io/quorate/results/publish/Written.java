package io.quorate.results.publish;

import io.quorate.results.judgement.Judgement;
import java.util.List;

/**
 * A run that was told.
 *
 * @param judgement what it came to; a harness failure where it was green and {@code verdict.json}
 *     could not be written, since then nobody can check the green
 * @param problems what went wrong with charts and files, one sentence each
 * @param summary the last lines for the terminal
 */
public record Written(Judgement judgement, List<String> problems, String summary) {
  /** Keeps its own copy. */
  public Written {
    problems = List.copyOf(problems);
  }

  /** Returns the exit code of the process. */
  public int exitCode() {
    return judgement.outcome().grade().exitCode();
  }
}
