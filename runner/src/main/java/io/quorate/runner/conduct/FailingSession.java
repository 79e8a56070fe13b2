package io.quorate.runner.conduct;

import io.quorate.history.Completion;
import io.quorate.workload.ClientSession;
import java.util.List;

/** Sabotage: a client that asks nobody and knows nothing, to see that the judges notice. */
record FailingSession(String home) implements ClientSession {
  @Override
  public List<Effect> step(Input input) {
    return switch (input) {
      case Input.Start s ->
          List.of(new Effect.Complete(new Completion.Info("sabotaged client"), home));
      case Input.Received r -> List.of();
      case Input.Disconnected d -> List.of();
      case Input.TimedOut t -> List.of();
    };
  }
}
