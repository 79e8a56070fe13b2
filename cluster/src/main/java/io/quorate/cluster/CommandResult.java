package io.quorate.cluster;

/**
 * How a command ended and what it wrote.
 *
 * @param node where it ran
 * @param command the line the host's shell was given
 * @param exitCode as the host reported it; 128 and more for death by a signal
 * @param stdout at most {@link #OUTPUT_LIMIT} bytes of it, as UTF-8
 * @param stderr at most {@link #OUTPUT_LIMIT} bytes of it, as UTF-8
 * @param truncated whether it wrote more than was kept
 */
public record CommandResult(
    String node, String command, int exitCode, String stdout, String stderr, boolean truncated) {
  /** How many bytes of each output stream are kept: enough for a listing, too few to drown in. */
  public static final int OUTPUT_LIMIT = 4 * 1024 * 1024;

  /** Whether it ended with exit code 0. */
  public boolean ok() {
    return exitCode == 0;
  }

  /**
   * Returns this result.
   *
   * @throws RemoteException if the exit code is not 0
   */
  public CommandResult orThrow() {
    if (!ok()) {
      throw new RemoteException(node, command, exitCode, stderr.isBlank() ? stdout : stderr, null);
    }
    return this;
  }

  /**
   * Returns what it wrote to its standard output, without blanks at the ends.
   *
   * @throws RemoteException if the exit code is not 0
   */
  public String text() {
    return orThrow().stdout().strip();
  }
}
