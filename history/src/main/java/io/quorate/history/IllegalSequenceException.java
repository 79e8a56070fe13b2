package io.quorate.history;

/**
 * Entries in an order that no run can have: a process with two operations open, a completion of
 * nothing, order numbers that do not rise. Nothing true can be said about such a history.
 */
public final class IllegalSequenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String remedy;

  /** Says {@code what} is wrong and the {@code remedy}, one sentence each. */
  public IllegalSequenceException(String what, String remedy) {
    super(what + "; " + remedy);
    this.what = what;
    this.remedy = remedy;
  }

  /** Returns what is wrong. */
  public String what() {
    return what;
  }

  /** Returns what to do about it. */
  public String remedy() {
    return remedy;
  }
}
