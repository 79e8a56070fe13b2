package io.quorate.trial;

import io.quorate.history.Entry;
import java.util.Optional;

/** Reads a history along as it is recorded; a world reports what it says as an alarm. */
@FunctionalInterface
public interface Watch {
  /** Has nothing to say. */
  Watch NOBODY = entry -> Optional.empty();

  /** Takes the next entry; returns why the trial should stop here. */
  Optional<String> take(Entry entry);
}
