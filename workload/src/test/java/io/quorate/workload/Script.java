package io.quorate.workload;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.workload.playback.Client;
import io.quorate.workload.playback.Playback;
import io.quorate.workload.playback.Played;
import java.util.List;
import java.util.stream.Collectors;

/** Plays generators and writes down what they asked, one operation a line. */
public final class Script {
  public static final long MS = 1_000_000;

  private Script() {}

  /** Plays on 3 workers beside 3 nodes whose operations take 10 ms and end well. */
  public static String played(Generator generator, int most) {
    return text(Playback.of(generator, 3, 3, most, ok(10)));
  }

  public static Client ok(long ms) {
    return (now, worker, invocation) ->
        new Client.Reply(ms * MS, new Completion.Ok(invocation.argument()));
  }

  public static Client info(long ms) {
    return (now, worker, invocation) -> new Client.Reply(ms * MS, new Completion.Info("timeout"));
  }

  /** Returns {@code ms worker function argument}, with the due time where it is another. */
  public static String text(List<Played> played) {
    return played.stream().map(Script::line).collect(Collectors.joining("\n", "", "\n"));
  }

  public static Invocation op(String function, long argument) {
    return new Invocation(function, null, Value.of(argument));
  }

  private static String line(Played played) {
    Invocation invocation = played.invocation();
    String key = invocation.key() == null ? "" : " " + invocation.key();
    String late =
        played.dueNanos() == played.invokedNanos() ? "" : " due " + played.dueNanos() / MS;
    return "%3d w%d %s%s %s%s"
        .formatted(
            played.invokedNanos() / MS,
            played.worker(),
            invocation.function(),
            key,
            invocation.argument(),
            late);
  }
}
