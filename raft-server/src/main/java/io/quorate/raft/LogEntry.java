package io.quorate.raft;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the replicated log (Raft 5.3): its place, and what the state machine is to do once
 * it is committed.
 *
 * <p>An entry keeps its command as bytes, in the one form of {@link CommandCodec}: so it goes into
 * the log and to the peers without being taken apart, and a long log is few objects. What it means
 * is looked at when it is executed.
 */
public final class LogEntry {
  /** Term and index. */
  private static final int PLACE_BYTES = 2 * Long.BYTES;

  private final long term;
  private final long index;
  private final byte[] command;

  private LogEntry(long term, long index, byte[] command) {
    if (term < 1 || index < 1) {
      throw new IllegalArgumentException("no entry has term " + term + " and index " + index);
    }
    this.term = term;
    this.index = index;
    this.command = command;
  }

  /**
   * An entry with this command.
   *
   * @param term of the leader that created it, from 1
   * @param index its place in the log, from 1
   * @throws IllegalArgumentException for a place that no entry can have, or a text out of range
   */
  public LogEntry(long term, long index, Command command) {
    this(term, index, CommandCodec.encode(command, new Bytes(64)).toArray());
  }

  /**
   * Takes the next entry, as {@link #put} wrote it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static LogEntry read(ByteBuffer from) {
    try {
      long term = from.getLong();
      long index = from.getLong();
      int begin = from.position();
      CommandCodec.decode(from);
      byte[] command = new byte[from.position() - begin];
      from.get(begin, command);
      return new LogEntry(term, index, command);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("an entry that ends too early", e);
    }
  }

  /** Writes {@link #size} bytes: term:8 index:8 command. */
  public void put(ByteBuffer to) {
    to.putLong(term).putLong(index).put(command);
  }

  /** The term of the leader that created it. */
  public long term() {
    return term;
  }

  /** Its place in the log. */
  public long index() {
    return index;
  }

  /** How many bytes it is in a log and in a message. */
  public int size() {
    return PLACE_BYTES + command.length;
  }

  /** What is to be done. */
  public Command command() {
    return CommandCodec.decode(ByteBuffer.wrap(command));
  }

  /** Who takes part from this entry on, or null when it changes nothing about that. */
  public @Nullable Configuration configuration() {
    return command[0] == CommandCodec.CONFIGURE && command() instanceof Command.Configure configure
        ? configure.configuration()
        : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogEntry entry
        && term == entry.term
        && index == entry.index
        && Arrays.equals(command, entry.command);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(term) + Long.hashCode(index)) + Arrays.hashCode(command);
  }

  @Override
  public String toString() {
    return "LogEntry[term=" + term + ", index=" + index + ", command=" + command() + "]";
  }
}
