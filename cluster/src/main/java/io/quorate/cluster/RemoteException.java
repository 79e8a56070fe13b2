package io.quorate.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A host failed: it could not be reached, or what was asked of it went wrong.
 *
 * <p>Whether a command that has no exit code took effect is not known.
 */
public final class RemoteException extends RuntimeException {
  /** The exit code of a command that reported none. */
  public static final int NO_EXIT_CODE = -1;

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 600;

  private final String node;
  private final String command;
  private final int exitCode;
  private final String output;

  /** A command on {@code node} ended with {@code exitCode}, or with none. */
  public RemoteException(
      String node, String command, int exitCode, String output, @Nullable Throwable cause) {
    super(sentence(node, command, exitCode, output), cause);
    this.node = node;
    this.command = command;
    this.exitCode = exitCode;
    this.output = output;
  }

  /** Something other than a command's own end went wrong: {@code why} says what. */
  public RemoteException(String node, String command, String why, @Nullable Throwable cause) {
    this(node, command, NO_EXIT_CODE, cause == null ? why : why + ": " + cause.getMessage(), cause);
  }

  /** The node it happened on. */
  public String node() {
    return node;
  }

  /** What was asked of it. */
  public String command() {
    return command;
  }

  /** Its exit code, or {@link #NO_EXIT_CODE}. */
  public int exitCode() {
    return exitCode;
  }

  /** What it wrote, or why it wrote nothing. */
  public String output() {
    return output;
  }

  private static String sentence(String node, String command, int exitCode, String output) {
    String end = exitCode == NO_EXIT_CODE ? "failed" : "ended with exit code " + exitCode;
    return node + ": " + shortened(command) + " " + end + ": " + shortened(output.strip());
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
  }
}
