package io.quorate.raft.shell.main;

/** The server was told something that makes no sense, in one sentence. Exit code 254. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
