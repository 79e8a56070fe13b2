package io.quorate.cli;

/**
 * What a command does once its words are understood.
 *
 * <p>Implementing classes carry picocli's {@code @Command} and options. The verdict goes to {@link
 * Terminal#out}, progress to {@link Terminal#err}.
 */
public interface Action {
  /**
   * Does it, speaking to {@code terminal}.
   *
   * @return how it ended
   * @throws Refusal when the input cannot be used; only before anything has started
   * @throws Exception when the toolkit fails; becomes one sentence, a crash log and {@link
   *     ExitCode#INTERNAL}
   */
  ExitCode run(Terminal terminal) throws Exception;
}
