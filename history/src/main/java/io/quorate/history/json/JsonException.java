package io.quorate.history.json;

/** Bytes that are no document of our JSON, or a document that goes on after the bytes end. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;
  private final boolean truncated;

  JsonException(String what, int offset, boolean truncated) {
    super(what, null, false, false);
    this.offset = offset;
    this.truncated = truncated;
  }

  /** Returns the place in the document, in bytes from 0. */
  public int offset() {
    return offset;
  }

  /** Whether all bytes there are were right, and only the rest is missing. */
  public boolean truncated() {
    return truncated;
  }
}
