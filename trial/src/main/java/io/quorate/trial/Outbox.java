package io.quorate.trial;

import io.quorate.history.Entry;
import java.util.ArrayList;
import java.util.List;

/** Gathers the commands of one step, in order. */
final class Outbox {
  private List<Command> commands = new ArrayList<>();

  void add(Command command) {
    commands.add(command);
  }

  void record(Entry entry) {
    commands.add(new Command.Record(entry));
  }

  /** Returns what was gathered and starts afresh. */
  List<Command> drain() {
    List<Command> drained = commands;
    commands = new ArrayList<>();
    return drained;
  }
}
