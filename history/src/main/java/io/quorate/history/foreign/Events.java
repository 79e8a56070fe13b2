package io.quorate.history.foreign;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.IllegalSequenceException;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.history.file.MalformedFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of a foreign file together into a history.
 *
 * <p>A cas that failed without a reason met another value ({@link Completion.Fail#MISMATCH}); what
 * that says is up to the header. Events without a time are a millisecond apart.
 */
public final class Events {
  /** Most operations of one foreign history. */
  public static final int MAX_OPERATIONS = 20_000_000;

  private static final long BETWEEN = 1_000_000;

  private final String source;
  private final boolean keyed;
  private final int maxOperations;
  private final History.Builder builder;
  private final Map<Long, Invocation> open = new HashMap<>();
  private long last = -BETWEEN;

  /**
   * Starts a history of the file {@code source}.
   *
   * @param keyed whether each value is {@code [key value]}, as Jepsen writes independent objects
   */
  public Events(String source, Header header, boolean keyed) {
    this(source, header, keyed, MAX_OPERATIONS);
  }

  Events(String source, Header header, boolean keyed, int maxOperations) {
    this.source = source;
    this.keyed = keyed;
    this.maxOperations = maxOperations;
    builder = History.builder(header);
  }

  /**
   * Appends {@code event}, which stands in {@code line}.
   *
   * @throws MalformedFileException where no run can have this event here
   */
  public void add(long line, Event event) {
    last = event.nanos() == Event.NO_TIME ? last + BETWEEN : event.nanos();
    try {
      switch (event.type()) {
        case INVOKE -> invoke(line, event);
        case OK -> complete(line, event, new Completion.Ok(value(line, event)));
        case FAIL -> complete(line, event, new Completion.Fail(failure(event)));
        case INFO -> complete(line, event, new Completion.Info(said(event, "unknown")));
      }
    } catch (IllegalSequenceException e) {
      throw wrong(line, e.what(), e.remedy());
    }
  }

  private void invoke(long line, Event event) {
    if (builder.size() == maxOperations) {
      throw wrong(
          line,
          "more than " + maxOperations + " operations",
          "cut the history; every prefix of one can be judged");
    }
    Invocation asked = new Invocation(event.function(), key(line, event), value(line, event));
    builder.add(new Entry.Invoked(last, last, event.process(), asked, null));
    open.put(event.process(), asked);
  }

  private void complete(long line, Event event, Completion completion) {
    Invocation asked = open.get(event.process());
    if (asked != null && !asked.function().equals(event.function())) {
      throw wrong(
          line,
          "process " + event.process() + " completes another function than it invoked",
          "look for a line that is missing");
    }
    builder.add(new Entry.Completed(last, event.process(), completion, null));
    open.remove(event.process());
  }

  /** Returns the history of all events; what is open in it stays open. */
  public History build() {
    return builder.build();
  }

  private static String failure(Event event) {
    return said(event, event.function().equals("cas") ? Completion.Fail.MISMATCH : "failed");
  }

  private static String said(Event event, String otherwise) {
    return event.error() == null ? otherwise : event.error();
  }

  private @Nullable String key(long line, Event event) {
    return keyed ? name(pair(line, event).get(0)) : event.key();
  }

  private Value value(long line, Event event) {
    return keyed ? pair(line, event).get(1) : event.value();
  }

  private List<Value> pair(long line, Event event) {
    if (event.value() instanceof Value.Sequence(List<Value> items) && items.size() == 2) {
      return items;
    }
    throw wrong(
        line,
        "a value that is not [key value], where those before were",
        "write all values of a history of independent keys so");
  }

  /** Returns {@code key} as the name of an object. */
  public static String name(Value key) {
    return key instanceof Value.Text(String text) ? text : key.toString();
  }

  /**
   * Whether the values of {@code history}, read as they stand, are {@code [key value]} pairs: each
   * read asks {@code [key nil]}, which no reader of a single object does, each cas {@code [key
   * [from to]]}, and everything else a pair.
   */
  public static boolean looksKeyed(History history) {
    boolean reads = false;
    for (int row = 0; row < history.size(); row++) {
      Invocation asked = history.operation(row).invocation();
      if (!(asked.argument() instanceof Value.Sequence(List<Value> pair)) || pair.size() != 2) {
        return false;
      }
      boolean read = asked.function().equals(Invocation.READ);
      reads |= read;
      boolean fits =
          read
              ? pair.get(1).equals(Value.NIL)
              : !asked.function().equals("cas") || pair.get(1) instanceof Value.Sequence;
      if (!fits || pair.get(0).equals(Value.NIL)) {
        return false;
      }
    }
    return reads;
  }

  private MalformedFileException wrong(long line, String what, String remedy) {
    return new MalformedFileException(source, line, 1, what, remedy);
  }
}
