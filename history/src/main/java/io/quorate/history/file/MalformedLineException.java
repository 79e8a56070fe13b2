package io.quorate.history.file;

/** A line that is JSON but says nothing we know; the reader adds the file and the line's number. */
final class MalformedLineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;
  private final String remedy;

  MalformedLineException(int offset, String what, String remedy) {
    super(what, null, false, false);
    this.offset = offset;
    this.remedy = remedy;
  }

  int offset() {
    return offset;
  }

  String remedy() {
    return remedy;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
