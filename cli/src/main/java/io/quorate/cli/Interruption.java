package io.quorate.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What happens when the user interrupts, or a pipeline sends TERM: the command in progress is asked
 * to stop, and the process ends with the code that it then ends with.
 */
public final class Interruption {
  /** How long a command may take to heal, take down and judge before the process ends anyway. */
  private static final Duration GRACE = Duration.ofSeconds(45);

  private static final CompletableFuture<ExitCode> END = new CompletableFuture<>();

  private Interruption() {}

  /** Calls {@code ask} when this process is asked to end before the command is done. */
  public static void listen(Runnable ask) {
    Thread hook = new Thread(() -> endInOrder(ask), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void endInOrder(Runnable ask) {
    if (END.isDone()) {
      return;
    }
    ask.run();
    try {
      Runtime.getRuntime().halt(END.get(GRACE.toSeconds(), TimeUnit.SECONDS).number());
    } catch (ExecutionException | TimeoutException e) {
      Runtime.getRuntime().halt(ExitCode.INTERNAL.number());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the command is done and its code has been left for the launcher. */
  public static void ended(ExitCode code) {
    END.complete(code);
  }
}
