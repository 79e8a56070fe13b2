package io.quorate.raft.shell;

import java.time.Duration;

/** How the disk behaves when the process ends. */
public sealed interface StorageMode {
  /** As the operating system has it: what was written survives the process, synced or not. */
  record Usual() implements StorageMode {}

  /**
   * As if the power failed with the process: what was not synced is gone.
   *
   * @param syncTakes how long a sync takes at least, so that something is under way when it happens
   */
  record Lossy(Duration syncTakes) implements StorageMode {}
}
