package io.quorate.raft.log;

/** The log on disk cannot be trusted: something that had been durable is gone or changed. */
public final class LogDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says where.
   *
   * @param offset in bytes from the start of the file
   */
  public LogDamaged(String file, long offset, String what) {
    super("the log " + file + " is damaged at byte " + offset + ": " + what);
  }
}
