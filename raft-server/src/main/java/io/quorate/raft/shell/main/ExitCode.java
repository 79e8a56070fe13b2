package io.quorate.raft.shell.main;

/** How the process ends, when it ends by itself. A SIGTERM ends it in order with the JVM's 143. */
enum ExitCode {
  /** Told to stop, or only asked for information. */
  DONE(0),
  /** A law of Raft would have been broken, or another fault of the program. */
  BROKEN(70),
  /** An address or the data directory is not to be had. */
  UNAVAILABLE(71),
  /** The disk failed, or the log on it is damaged: nothing more may be promised. */
  DISK(74),
  /** Told something that makes no sense. */
  USAGE(254);

  final int number;

  ExitCode(int number) {
    this.number = number;
  }
}
