package io.quorate.raft.protocol;

import io.quorate.raft.Command;

/** The byte form of commands, in log entries and in what clients ask: a kind, and what it needs. */
final class CommandFrames {
  private static final int NOOP = 0;
  private static final int WRITE = 1;
  private static final int COMPARE_AND_SET = 2;
  private static final int DELETE = 3;
  private static final int APPEND = 4;
  private static final int ADD = 5;
  private static final int OPEN_SESSION = 6;
  private static final int IN_SESSION = 7;
  private static final int CONFIGURE = 16;

  private CommandFrames() {}

  static FrameEncoder encode(Command command, FrameEncoder out) {
    return switch (command) {
      case Command.Noop c -> out.u8(NOOP);
      case Command.Configure c -> out.u8(CONFIGURE).configuration(c.configuration());
      case Command.OpenSession c -> out.u8(OPEN_SESSION);
      case Command.InSession c -> {
        out.u8(IN_SESSION).i64(c.session()).i64(c.sequence()).i64(c.answered());
        yield encode(c.update(), out);
      }
      case Command.Write c -> key(WRITE, c, out).value(c.value());
      case Command.CompareAndSet c ->
          key(COMPARE_AND_SET, c, out).value(c.expected()).value(c.replacement());
      case Command.Delete c -> key(DELETE, c, out);
      case Command.Append c -> key(APPEND, c, out).value(c.suffix());
      case Command.Add c -> key(ADD, c, out).i64(c.delta());
    };
  }

  private static FrameEncoder key(int kind, Command.Update update, FrameEncoder out) {
    return out.u8(kind).text(update.key(), 1, Wire.KEY_LIMIT);
  }

  static Command decode(FrameDecoder in) {
    int kind = in.u8();
    return switch (kind) {
      case NOOP -> new Command.Noop();
      case CONFIGURE -> new Command.Configure(in.configuration());
      case OPEN_SESSION -> new Command.OpenSession();
      case IN_SESSION -> inSession(in);
      default -> update(kind, in);
    };
  }

  private static Command inSession(FrameDecoder in) {
    long session = in.count();
    long sequence = in.count();
    long answered = in.count();
    FrameDecoder.require(session > 0 && sequence > 0, "number of an update");
    return new Command.InSession(session, sequence, answered, update(in.u8(), in));
  }

  private static Command.Update update(int kind, FrameDecoder in) {
    return switch (kind) {
      case WRITE -> new Command.Write(key(in), in.value());
      case COMPARE_AND_SET -> new Command.CompareAndSet(key(in), in.value(), in.value());
      case DELETE -> new Command.Delete(key(in));
      case APPEND -> new Command.Append(key(in), text(in));
      case ADD -> new Command.Add(key(in), in.i64());
      default -> throw new MalformedFrameException("wrong kind of command");
    };
  }

  private static String key(FrameDecoder in) {
    return in.text(1, Wire.KEY_LIMIT);
  }

  private static String text(FrameDecoder in) {
    String text = in.value();
    if (text == null) {
      throw new MalformedFrameException("nothing to append");
    }
    return text;
  }
}
