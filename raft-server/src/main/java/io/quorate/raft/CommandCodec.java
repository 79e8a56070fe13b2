package io.quorate.raft;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of commands, in the log, between servers and in what clients ask: a kind, and
 * what it needs (docs/raft-protocol.md). A kind once given is never given another meaning. Strict:
 * each command has one form, and nothing else is read.
 */
public final class CommandCodec {
  /** The kind of the command that changes who takes part: the first byte of its form. */
  static final int CONFIGURE = 16;

  private static final int NOOP = 0;
  private static final int WRITE = 1;
  private static final int COMPARE_AND_SET = 2;
  private static final int DELETE = 3;
  private static final int APPEND = 4;
  private static final int ADD = 5;
  private static final int OPEN_SESSION = 6;
  private static final int IN_SESSION = 7;

  private CommandCodec() {}

  /**
   * As bytes.
   *
   * @throws IllegalArgumentException when a text is out of range
   */
  public static Bytes encode(Command command, Bytes to) {
    return switch (command) {
      case Command.Noop c -> to.putByte(NOOP);
      case Command.Configure c -> encode(c.configuration(), to.putByte(CONFIGURE));
      case Command.OpenSession c -> to.putByte(OPEN_SESSION);
      case Command.InSession c -> {
        to.putByte(IN_SESSION).putLong(c.session()).putLong(c.sequence()).putLong(c.answered());
        yield encode(c.update(), to);
      }
      case Command.Write c -> key(WRITE, c, to).putValue(c.value());
      case Command.CompareAndSet c ->
          key(COMPARE_AND_SET, c, to).putValue(c.expected()).putValue(c.replacement());
      case Command.Delete c -> key(DELETE, c, to);
      case Command.Append c -> key(APPEND, c, to).putValue(c.suffix());
      case Command.Add c -> key(ADD, c, to).putLong(c.delta());
    };
  }

  private static Bytes key(int kind, Command.Update update, Bytes to) {
    return to.putByte(kind).putText(update.key(), 1, Command.MOST_KEY_BYTES);
  }

  /** Three lists of names. */
  public static Bytes encode(Configuration configuration, Bytes to) {
    names(configuration.quorum().voters(), to);
    names(configuration.quorum().outgoing(), to);
    return names(configuration.learners(), to);
  }

  /**
   * The number of servers, and so many names.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public static Bytes names(List<String> names, Bytes to) {
    to.putByte(names.size());
    names.forEach(name -> to.putText(name, 1, Configuration.MOST_NAME_BYTES));
    return to;
  }

  /**
   * Reads the next command.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Command decode(ByteBuffer from) {
    try {
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
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a command that ends too early", e);
    }
  }

  private static Command.Update update(int kind, ByteBuffer from) {
    return switch (kind) {
      case WRITE -> new Command.Write(key(from), Bytes.value(from));
      case COMPARE_AND_SET ->
          new Command.CompareAndSet(key(from), Bytes.value(from), Bytes.value(from));
      case DELETE -> new Command.Delete(key(from));
      case APPEND -> new Command.Append(key(from), suffix(Bytes.value(from)));
      case ADD -> new Command.Add(key(from), from.getLong());
      default -> throw new IllegalArgumentException("a command of unknown kind " + kind);
    };
  }

  private static String key(ByteBuffer from) {
    return Bytes.text(from, 1, Command.MOST_KEY_BYTES);
  }

  private static String suffix(@Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("nothing to append");
    }
    return value;
  }

  /**
   * Reads the next configuration.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Configuration configuration(ByteBuffer from) {
    List<String> voters = names(from);
    List<String> outgoing = names(from);
    List<String> learners = names(from);
    Configuration configuration = new Configuration(new Quorum(voters, outgoing), learners);
    boolean ordered =
        configuration.quorum().voters().equals(voters)
            && configuration.quorum().outgoing().equals(outgoing)
            && configuration.learners().equals(learners);
    if (!ordered) {
      throw new IllegalArgumentException("servers that are not in their order");
    }
    return configuration;
  }

  /**
   * Reads the next list of servers.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static List<String> names(ByteBuffer from) {
    try {
      int count = from.get();
      if (count < 0 || count > Configuration.MOST_SERVERS) {
        throw new IllegalArgumentException(count + " servers");
      }
      List<String> names = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        names.add(Bytes.text(from, 1, Configuration.MOST_NAME_BYTES));
      }
      return names;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a list of servers that ends too early", e);
    }
  }
}
