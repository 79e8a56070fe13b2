package io.quorate.jepsen.edn;

import io.quorate.history.file.MalformedFileException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * The characters of a file on their way to a recursive reader, which would believe every one of
 * them: refuses what lies too deep, is too long, or is no text, and knows where it is.
 *
 * <p>A tag, a discard and a metadata mark make the reader recur like a bracket does, without a
 * bracket that closes; so they are counted for the collection they stand in.
 */
final class GuardedReader extends Reader {
  /** Most collections within one another in one operation. */
  static final int MAX_DEPTH = 32;

  /** Most tags, sets, discards and metadata within one another, or in one collection. */
  static final int MAX_MARKS = 500;

  /** Longest word: a number, a keyword, a symbol. */
  static final int MAX_WORD = 4096;

  /** Longest operation, in characters. */
  static final int MAX_OPERATION = 16 << 20;

  private static final String ENDS_WORD = " \t\r\n,[](){}\";";

  private enum Within {
    DATA,
    TEXT,
    ESCAPE,
    CHARACTER,
    REMARK
  }

  private final String source;
  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private int next;
  private int filled;
  private final int[] marks = new int[MAX_DEPTH + 1];
  private Within within = Within.DATA;
  private int depth;
  private int marked;
  private int word;
  private int length;
  private long line = 1;
  private int column;

  GuardedReader(String source, Reader in) {
    this.source = source;
    this.in = in;
  }

  /** Begins to count for the next operation. */
  void startOperation() {
    depth = 0;
    marked = 0;
    length = 0;
    Arrays.fill(marks, 0);
  }

  @Override
  public int read() throws IOException {
    if (next == filled && !fill()) {
      return -1;
    }
    char c = buffer[next++];
    see(c);
    return c;
  }

  @Override
  public int read(char[] buffer, int from, int most) throws IOException {
    int c = most == 0 ? 0 : read();
    if (c >= 0 && most > 0) {
      buffer[from] = (char) c;
    }
    return c < 0 ? -1 : Math.min(1, most);
  }

  private boolean fill() throws IOException {
    next = 0;
    try {
      filled = Math.max(0, in.read(buffer, 0, buffer.length));
    } catch (CharacterCodingException e) {
      throw malformed("bytes that are no UTF-8", "write the file in UTF-8");
    }
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Returns the line reached, from 1. */
  long line() {
    return line;
  }

  /** Returns the error {@code what} at the place reached. */
  MalformedFileException malformed(String what, String remedy) {
    return new MalformedFileException(source, line, Math.max(1, column), what, remedy);
  }

  private void see(char c) {
    column++;
    if (c == '\n') {
      line++;
      column = 0;
    }
    if (++length > MAX_OPERATION) {
      throw tooMuch("an operation of more than " + MAX_OPERATION + " characters");
    }
    switch (within) {
      case DATA -> data(c);
      case TEXT -> within = c == '"' ? Within.DATA : c == '\\' ? Within.ESCAPE : Within.TEXT;
      case ESCAPE -> within = Within.TEXT;
      case CHARACTER -> within = Within.DATA;
      case REMARK -> within = c == '\n' ? Within.DATA : Within.REMARK;
    }
  }

  private void data(char c) {
    switch (c) {
      case '"' -> within = Within.TEXT;
      case ';' -> within = Within.REMARK;
      case '\\' -> within = Within.CHARACTER;
      case '#', '^' -> mark();
      case '[', '(', '{' -> open();
      case ']', ')', '}' -> shut();
      default -> {}
    }
    word = ENDS_WORD.indexOf(c) < 0 ? word + 1 : 0;
    if (word > MAX_WORD) {
      throw tooMuch("a word of more than " + MAX_WORD + " characters");
    }
  }

  private void mark() {
    marks[depth]++;
    if (++marked > MAX_MARKS) {
      throw tooMuch("more than " + MAX_MARKS + " tags or sets in one collection");
    }
  }

  private void open() {
    if (depth == MAX_DEPTH) {
      throw tooMuch("more than " + MAX_DEPTH + " collections within one another");
    }
    depth++;
    marks[depth] = 0;
  }

  private void shut() {
    if (depth > 0) {
      marked -= marks[depth];
      depth--;
    }
  }

  private MalformedFileException tooMuch(String what) {
    return malformed(what, "no history of operations needs that; see docs/foreign-histories.md");
  }
}
