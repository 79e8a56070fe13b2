package io.quorate.runner.live;

import io.quorate.history.Entry;
import io.quorate.trial.Phase;

/**
 * Told how a run comes along, for those who wait for it. Called from one thread; must not block.
 */
public interface Progress {
  /** Nobody waits. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String words) {}

        @Override
        public void phase(Phase phase) {}

        @Override
        public void recorded(Entry entry) {}
      };

  /** Something is being prepared or taken down. */
  void step(String words);

  /** The trial entered a phase. */
  void phase(Phase phase);

  /** An entry was appended to the history. */
  void recorded(Entry entry);
}
