package io.quorate.results.measures;

/**
 * How operations of one function fared.
 *
 * @param attempts how many were invoked
 * @param ok how many of them took effect and said so
 * @param fail how many surely did not take effect
 * @param info how many left it open
 */
public record Tally(long attempts, long ok, long fail, long info) {
  /** Nothing was asked. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** Refuses more ends than beginnings. */
  public Tally {
    if (ok < 0 || fail < 0 || info < 0 || ok + fail + info > attempts) {
      throw new IllegalArgumentException(
          "ok " + ok + ", fail " + fail + ", info " + info + " of " + attempts + " attempts");
    }
  }

  /** Returns how many were invoked in the window and ended after it. */
  public long later() {
    return attempts - ok - fail - info;
  }

  /** Returns both together. */
  public Tally plus(Tally other) {
    return new Tally(
        attempts + other.attempts, ok + other.ok, fail + other.fail, info + other.info);
  }
}
