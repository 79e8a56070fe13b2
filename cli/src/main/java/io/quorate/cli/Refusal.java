package io.quorate.cli;

/**
 * The words, the plan or the file given cannot be used, and nothing has been started.
 *
 * <p>The message is one sentence for the person who typed it: what is wrong, where, and what would
 * be right.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Refuses with one sentence. */
  public Refusal(String sentence) {
    super(sentence);
  }

  /** Refuses with one sentence, keeping what was found out below. */
  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
