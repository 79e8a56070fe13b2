package io.quorate.bench.checker;

import io.quorate.history.Value;

/** What the register held since some update, and what its clients know of that by now. */
final class Holding {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  final Value value;

  /** Whether a compare-and-set wrote it, so that it met what was there before. */
  final boolean byCas;

  private final int writer;
  private final double invoked;
  private double returned = NEVER;
  private double seen = NEVER;

  Holding(Value value, boolean byCas, int writer, double invoked) {
    this.value = value;
    this.byCas = byCas;
    this.writer = writer;
    this.invoked = invoked;
  }

  /** A client has its answer: it wrote this, or saw it. */
  void answered(double at, int client, Value saidOrWritten, boolean read) {
    if (saidOrWritten.equals(value)) {
      seen = read ? Math.min(seen, at) : seen;
      returned = !read && client == writer ? at : returned;
    }
  }

  /** Whether somebody had seen it by then, and its writer has no answer even now. */
  boolean onlySeenBefore(double at) {
    return seen < at && returned == NEVER;
  }

  /** Whether its writer had its answer before that of {@code next} asked. */
  boolean surelyBefore(Holding next) {
    return returned < next.invoked;
  }

  /** Whether neither a reader nor its writer has an answer. */
  boolean unknown() {
    return seen == NEVER && returned == NEVER;
  }
}
