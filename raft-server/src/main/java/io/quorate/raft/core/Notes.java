package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a log entry is told in the trace. */
final class Notes {
  /** Longer keys and values are cut to this many characters. */
  private static final int MAX_TOLD_CHARS = 64;

  private Notes() {}

  static Object[] of(LogEntry entry) {
    List<Object> fields = new ArrayList<>(List.of("entryTerm", entry.term()));
    tell(entry.command(), fields);
    return fields.toArray();
  }

  private static void tell(Command command, List<Object> to) {
    switch (command) {
      case Command.Noop noop -> put(to, "command", "noop");
      case Command.Configure configure -> {
        put(to, "command", "configure");
        put(to, "value", String.valueOf(configure.configuration().servers()));
      }
      case Command.OpenSession open -> put(to, "command", "open-session");
      case Command.InSession once -> {
        tell(once.update(), to);
        put(to, "session", once.session());
        put(to, "sequence", once.sequence());
      }
      case Command.Update update -> tell(update, to);
    }
  }

  private static void tell(Command.Update update, List<Object> to) {
    switch (update) {
      case Command.Write write -> {
        named("write", update, to);
        put(to, "value", cut(write.value()));
      }
      case Command.CompareAndSet cas -> {
        named("cas", update, to);
        put(to, "expected", cut(cas.expected()));
        put(to, "value", cut(cas.replacement()));
      }
      case Command.Delete delete -> named("delete", update, to);
      case Command.Append append -> {
        named("append", update, to);
        put(to, "value", cut(append.suffix()));
      }
      case Command.Add add -> {
        named("add", update, to);
        put(to, "value", add.delta());
      }
    }
  }

  private static void named(String command, Command.Update update, List<Object> to) {
    put(to, "command", command);
    put(to, "key", cut(update.key()));
  }

  private static void put(List<Object> to, String name, Object value) {
    to.add(name);
    to.add(value);
  }

  static Object[] of(Configuration configuration) {
    return new Object[] {
      "voters", String.join(",", configuration.quorum().voters()),
      "outgoing", String.join(",", configuration.quorum().outgoing()),
      "learners", String.join(",", configuration.learners())
    };
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= MAX_TOLD_CHARS ? text : text.substring(0, MAX_TOLD_CHARS);
  }
}
