package io.quorate.cli;

import java.util.Optional;

/** The shell script {@code ./quorate} that started this process and reads its end. */
final class Launcher {
  private static final String PROPERTY = "quorate.launcher";

  /** What a process that TERM ended exits with; nobody is left to read it. */
  private static final int TERMINATED = 143;

  private Launcher() {}

  /**
   * Ends this process in good order when its launcher is gone, so that a {@code kill -9} of what
   * the person sees as the toolkit does not leave a run behind that nobody watches.
   */
  static void follow() {
    Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of)
        .ifPresent(launcher -> Thread.ofVirtual().start(() -> endAfter(launcher)));
  }

  private static void endAfter(ProcessHandle launcher) {
    launcher.onExit().join();
    System.exit(TERMINATED);
  }
}
