package io.quorate.checker.search;

/**
 * Account of the memory one search may take: every array is reserved here before it is allocated,
 * so that a search ends undecided instead of in an {@code OutOfMemoryError}.
 */
public final class Memory {
  private final long limit;
  private long used;
  private long peak;

  /** Opens an account of {@code limit} bytes. */
  public Memory(long limit) {
    this.limit = limit;
  }

  /** Reserves {@code bytes}; returns false, reserving nothing, when they are not there. */
  public boolean reserve(long bytes) {
    if (bytes > limit - used) {
      return false;
    }
    used += bytes;
    peak = Math.max(peak, used);
    return true;
  }

  /** Gives back {@code bytes} reserved before. */
  public void release(long bytes) {
    used -= bytes;
  }

  /** Returns the account's size in bytes. */
  public long limit() {
    return limit;
  }

  /** Returns the most that was reserved at one time, in bytes. */
  public long peak() {
    return peak;
  }
}
