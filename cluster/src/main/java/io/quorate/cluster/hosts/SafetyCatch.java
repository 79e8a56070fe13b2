package io.quorate.cluster.hosts;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandRunner;

/**
 * Keeps hosts that were named by mistake from being broken: only a host whose owner has marked it
 * as one for tests is touched.
 */
public final class SafetyCatch {
  /** The marker, in the home directory of the user who logs in. */
  public static final String MARKER = ".quorate-test-host";

  private SafetyCatch() {}

  /** Marks {@code host} as one that may be broken. */
  public static void mark(CommandRunner host) {
    String script = "cd && printf '%s\\n' \"$2\" >\"$1\"";
    String text = "Quorate may deploy to this host, kill processes on it and cut its network.";
    host.run(Command.script(script, MARKER, text)).orThrow();
  }

  /** Whether {@code host} may be broken. */
  public static boolean isMarked(CommandRunner host) {
    return host.run(Command.script("cd && test -f \"$1\"", MARKER)).ok();
  }

  /**
   * Does nothing if {@code host} is marked.
   *
   * @throws IllegalArgumentException with the remedy if it is not
   */
  static void check(CommandRunner host) {
    if (!isMarked(host)) {
      throw new IllegalArgumentException(
          host.node()
              + " has no file ~/"
              + MARKER
              + ": it may not be meant for tests; if it is, run ./quorate doctor --mark");
    }
  }
}
