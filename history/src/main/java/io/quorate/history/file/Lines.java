package io.quorate.history.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Cuts a stream into lines of bytes; each is valid until the next. */
public final class Lines {
  private static final int SMALLEST = 512;
  private static final int LARGEST = 1 << 16;

  private final String source;
  private final InputStream in;
  private final int maxBytes;
  private byte[] buffer;
  private int filled;
  private int from;
  private int to;
  private int next;
  private long number;
  private boolean terminated;

  /**
   * Cuts {@code in}, which errors call {@code source}.
   *
   * @param maxBytes longest line; a longer one is a {@link MalformedFileException}
   */
  public Lines(String source, InputStream in, int maxBytes) {
    this.source = source;
    this.in = in;
    this.maxBytes = maxBytes;
    buffer = new byte[Math.clamp(available(), SMALLEST, LARGEST)];
  }

  /** Goes to the next line; false when there is none. An unterminated rest is a line too. */
  public boolean advance() {
    from = next;
    int scanned = from;
    while (true) {
      for (int n = scanned; n < filled; n++) {
        if (buffer[n] == '\n') {
          return found(n, n + 1, true);
        }
      }
      scanned = filled - from;
      boolean more = fill();
      scanned += from;
      if (!more) {
        return filled > from && found(filled, filled, false);
      }
    }
  }

  /** Returns the buffer that holds the line, from {@link #from} to {@link #to}. */
  public byte[] bytes() {
    return buffer;
  }

  /** Returns where the line begins in {@link #bytes}. */
  public int from() {
    return from;
  }

  /** Returns where the line ends in {@link #bytes}. */
  public int to() {
    return to;
  }

  /** Returns the number of the line, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line has its end; only the last can be without. */
  boolean terminated() {
    return terminated;
  }

  private boolean found(int lineEnd, int nextLine, boolean withEnd) {
    to = lineEnd;
    next = nextLine;
    terminated = withEnd;
    number++;
    return true;
  }

  private boolean fill() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      from = 0;
    } else if (filled == buffer.length) {
      if (filled > maxBytes) {
        throw new MalformedFileException(
            source,
            number + 1,
            maxBytes + 1,
            "a line of more than " + maxBytes + " bytes",
            "no line of a history is that long; see docs/history-format.md");
      }
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, read);
      return read >= 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private int available() {
    try {
      return in.available();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("cannot read " + source + ": " + e.getMessage(), e);
  }
}
