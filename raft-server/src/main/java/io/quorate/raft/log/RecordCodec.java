package io.quorate.raft.log;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Quorum;
import io.quorate.raft.rules.LogPosition;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Records as bytes. A kind once given is never given another meaning. */
final class RecordCodec {
  private static final int BOOT = 1;
  private static final int STATE = 2;
  private static final int APPEND = 3;
  private static final int LAST = 5;

  private static final int NOOP = 0;
  private static final int WRITE = 1;
  private static final int COMPARE_AND_SET = 2;
  private static final int DELETE = 3;
  private static final int APPEND_TEXT = 4;
  private static final int ADD = 5;
  private static final int OPEN_SESSION = 6;
  private static final int IN_SESSION = 7;
  private static final int CONFIGURE = 16;

  private RecordCodec() {}

  static void encode(LogRecord record, Bytes to) {
    switch (record) {
      case LogRecord.Boot boot -> to.putByte(BOOT).putLong(boot.count());
      case LogRecord.State state ->
          to.putByte(STATE).putLong(state.hardState().term()).putText(state.hardState().votedFor());
      case LogRecord.Append append -> {
        LogEntry entry = append.entry();
        to.putByte(APPEND).putLong(entry.term()).putLong(entry.index());
        encode(entry.command(), to);
      }
      case LogRecord.Last last ->
          to.putByte(LAST).putLong(last.position().term()).putLong(last.position().index());
    }
  }

  private static void encode(Command command, Bytes to) {
    switch (command) {
      case Command.Noop noop -> to.putByte(NOOP);
      case Command.Configure configure -> encode(configure.configuration(), to.putByte(CONFIGURE));
      case Command.Write write -> to.putByte(WRITE).putText(write.key()).putText(write.value());
      case Command.CompareAndSet cas ->
          to.putByte(COMPARE_AND_SET)
              .putText(cas.key())
              .putText(cas.expected())
              .putText(cas.replacement());
      case Command.Delete delete -> to.putByte(DELETE).putText(delete.key());
      case Command.Append append ->
          to.putByte(APPEND_TEXT).putText(append.key()).putText(append.suffix());
      case Command.Add add -> to.putByte(ADD).putText(add.key()).putLong(add.delta());
      case Command.OpenSession open -> to.putByte(OPEN_SESSION);
      case Command.InSession once -> {
        to.putByte(IN_SESSION).putLong(once.session());
        encode(once.update(), to.putLong(once.sequence()).putLong(once.answered()));
      }
    }
  }

  /** Three lists of names, each as its length and so many texts. */
  static void encode(Configuration configuration, Bytes to) {
    names(configuration.quorum().voters(), to);
    names(configuration.quorum().outgoing(), to);
    names(configuration.learners(), to);
  }

  private static void names(List<String> names, Bytes to) {
    to.putByte(names.size());
    names.forEach(to::putText);
  }

  /** Reads what was encoded; IllegalArgumentException when it is none. */
  static Configuration configuration(ByteBuffer from) {
    return new Configuration(new Quorum(names(from), names(from)), names(from));
  }

  private static List<String> names(ByteBuffer from) {
    int count = from.get();
    if (count < 0 || count > Configuration.MOST_SERVERS) {
      throw new IllegalArgumentException(count + " servers");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(Objects.requireNonNull(Bytes.text(from), "a name"));
    }
    return names;
  }

  /**
   * Reads all the records of a frame.
   *
   * @throws IllegalArgumentException when they are none
   */
  static List<LogRecord> decodeAll(ByteBuffer from) {
    List<LogRecord> records = new ArrayList<>();
    try {
      while (from.hasRemaining()) {
        records.add(decode(from));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a record that ends too early", e);
    }
    return records;
  }

  private static LogRecord decode(ByteBuffer from) {
    int kind = from.get();
    return switch (kind) {
      case BOOT -> new LogRecord.Boot(from.getLong());
      case STATE -> new LogRecord.State(new HardState(from.getLong(), Bytes.text(from)));
      case APPEND ->
          new LogRecord.Append(new LogEntry(from.getLong(), from.getLong(), command(from)));
      case LAST -> new LogRecord.Last(new LogPosition(from.getLong(), from.getLong()));
      default -> throw new IllegalArgumentException("a record of unknown kind " + kind);
    };
  }

  private static Command command(ByteBuffer from) {
    int kind = from.get();
    return switch (kind) {
      case NOOP -> new Command.Noop();
      case CONFIGURE -> new Command.Configure(configuration(from));
      case OPEN_SESSION -> new Command.OpenSession();
      case IN_SESSION ->
          new Command.InSession(
              from.getLong(), from.getLong(), from.getLong(), update(from.get(), from));
      default -> update(kind, from);
    };
  }

  private static Command.Update update(int kind, ByteBuffer from) {
    return switch (kind) {
      case WRITE -> new Command.Write(key(from), Bytes.text(from));
      case COMPARE_AND_SET ->
          new Command.CompareAndSet(key(from), Bytes.text(from), Bytes.text(from));
      case DELETE -> new Command.Delete(key(from));
      case APPEND_TEXT -> new Command.Append(key(from), key(from));
      case ADD -> new Command.Add(key(from), from.getLong());
      default -> throw new IllegalArgumentException("a command of unknown kind " + kind);
    };
  }

  private static String key(ByteBuffer from) {
    return Objects.requireNonNull(Bytes.text(from), "a key");
  }
}
