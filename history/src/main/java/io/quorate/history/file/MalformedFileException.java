package io.quorate.history.file;

/** A file that is no history or trace of a known form, with the place where that shows. */
public final class MalformedFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String source;
  private final long line;
  private final int column;
  private final String what;
  private final String remedy;

  /**
   * Says what is wrong and what to do about it, one sentence each.
   *
   * @param line from 1
   * @param column in bytes, from 1
   */
  public MalformedFileException(String source, long line, int column, String what, String remedy) {
    super(source + ", line " + line + ", column " + column + ": " + what + "; " + remedy);
    this.source = source;
    this.line = line;
    this.column = column;
    this.what = what;
    this.remedy = remedy;
  }

  /** Returns the file. */
  public String source() {
    return source;
  }

  /** Returns the line, from 1. */
  public long line() {
    return line;
  }

  /** Returns the column in bytes, from 1. */
  public int column() {
    return column;
  }

  /** Returns what is wrong there. */
  public String what() {
    return what;
  }

  /** Returns what to do about it. */
  public String remedy() {
    return remedy;
  }
}
