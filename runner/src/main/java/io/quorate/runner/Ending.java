package io.quorate.runner;

import java.util.List;

/** How the making of a history ended; what it is worth is for the judges to say. */
public sealed interface Ending {
  /** What failed on the way without stopping the run: a log not collected, a host not closed. */
  List<String> mishaps();

  /** The trial went through all its phases. */
  record Completed(List<String> mishaps) implements Ending {
    /** Keeps its own copy. */
    public Completed {
      mishaps = List.copyOf(mishaps);
    }
  }

  /** The trial was stopped early: by the user, or by an alarm. */
  record Stopped(String reason, List<String> mishaps) implements Ending {
    /** Keeps its own copy. */
    public Stopped {
      mishaps = List.copyOf(mishaps);
    }
  }

  /** The system under test never answered; no history was made. */
  record NeverReady(String reason, List<String> mishaps) implements Ending {
    /** Keeps its own copy. */
    public NeverReady {
      mishaps = List.copyOf(mishaps);
    }
  }

  /** The toolkit or its world failed. */
  record Broken(String reason, List<String> mishaps) implements Ending {
    /** Keeps its own copy. */
    public Broken {
      mishaps = List.copyOf(mishaps);
    }
  }
}
