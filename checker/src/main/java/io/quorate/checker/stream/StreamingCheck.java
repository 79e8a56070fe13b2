package io.quorate.checker.stream;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history along, entry by entry, and says when no legal order is left.
 *
 * <p>What it says is final: the full check of the same entries finds a violation, too. Its silence
 * is no verdict: a key whose values repeat is not followed, nor one over the limit, and refused
 * compare-and-sets are taken to say nothing. A step takes O(log n) for n live values. Not for use
 * by several threads.
 */
public final class StreamingCheck {
  /** Most values remembered at the same time, of all keys together; about 200 bytes each. */
  public static final int LIVE_LIMIT = 1_000_000;

  private final RegisterModel model;
  private final int liveLimit;
  private final Map<@Nullable String, KeyStream> streams = new HashMap<>();

  /** Keys that are not followed any further, with the reason. */
  private final Map<@Nullable String, Quiet> quiet = new LinkedHashMap<>();

  /** What each process has under way. */
  private final Map<Long, Invocation> open = new HashMap<>();

  private long now;
  private int live;

  private enum Quiet {
    REPEATS,
    LIMIT,
    WRONG
  }

  /** Reads along a history of {@code model}. */
  public StreamingCheck(RegisterModel model) {
    this(model, LIVE_LIMIT);
  }

  /** Does so with another limit of values remembered. */
  public StreamingCheck(RegisterModel model, int liveLimit) {
    this.model = model;
    this.liveLimit = liveLimit;
  }

  /**
   * Takes the next entry.
   *
   * @return the violation that is certain with it, the first one of its key; or null
   * @throws IllegalArgumentException when the model does not know what is asked, or a process
   *     completes what it never asked
   */
  public @Nullable Sighting take(Entry entry) {
    now++;
    return switch (entry) {
      case Entry.Invoked invoked -> {
        open.put(invoked.process(), invoked.invocation());
        invoked(invoked.process(), invoked.invocation());
        yield null;
      }
      case Entry.Completed completed -> completed(completed);
      case Entry.Disturbed disturbed -> null;
    };
  }

  /** Returns how many keys are not followed since their values repeat. */
  public int repeating() {
    return count(Quiet.REPEATS);
  }

  /** Returns how many keys are not followed since there was no room to remember their values. */
  public int overLimit() {
    return count(Quiet.LIMIT);
  }

  /** Returns how many values are remembered. */
  public int live() {
    return live;
  }

  private int count(Quiet why) {
    return (int) quiet.values().stream().filter(why::equals).count();
  }

  private void invoked(long process, Invocation asked) {
    String key = asked.key();
    if (quiet.containsKey(key)) {
      return;
    }
    KeyStream stream = streams.computeIfAbsent(key, k -> begin());
    int before = stream.live();
    stream.invoked(now, process, access(asked, Call.UNKNOWN));
    live += stream.live() - before;
    if (stream.repeats()) {
      silence(key, stream, Quiet.REPEATS);
    } else if (live > liveLimit) {
      silence(key, stream, Quiet.LIMIT);
    }
  }

  private KeyStream begin() {
    live++;
    return new KeyStream(model.initial());
  }

  private void silence(@Nullable String key, KeyStream stream, Quiet why) {
    live -= stream.live();
    streams.remove(key);
    quiet.put(key, why);
  }

  private @Nullable Sighting completed(Entry.Completed completed) {
    long process = completed.process();
    Invocation asked = open.remove(process);
    if (asked == null) {
      throw new IllegalArgumentException("process " + process + " has nothing under way");
    }
    KeyStream stream = streams.get(asked.key());
    if (stream == null) {
      return null;
    }
    int before = stream.live();
    String wrong =
        switch (completed.completion()) {
          case Completion.Ok ok ->
              stream.returned(now, process, access(asked, new Call.Returned(ok.output())));
          case Completion.Fail fail -> stream.failed(now, process);
          case Completion.Info info -> stream.crashed(now, process);
        };
    live += stream.live() - before;
    if (wrong == null) {
      return null;
    }
    silence(asked.key(), stream, Quiet.WRONG);
    return new Sighting(asked.key(), "process " + process + " returned: " + wrong);
  }

  private Access access(Invocation asked, Call.Answer answer) {
    return model.access(new Call(asked.function(), asked.argument(), answer));
  }
}
