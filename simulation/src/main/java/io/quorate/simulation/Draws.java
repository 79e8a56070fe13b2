package io.quorate.simulation;

import io.quorate.history.RandomStream;
import java.util.random.RandomGenerator;

/** The draws of one concern, one after another: a moving position in a {@link RandomStream}. */
public final class Draws implements RandomGenerator {
  private RandomStream at;

  /** Draws from {@code start} on. */
  public Draws(RandomStream start) {
    at = start;
  }

  @Override
  public long nextLong() {
    long bits = at.bits();
    at = at.next();
    return bits;
  }

  /** A number from {@code least} to {@code most}, both included. */
  public long between(long least, long most) {
    long drawn = at.between(least, most);
    at = at.next();
    return drawn;
  }

  /** True {@code perMille} times of a thousand. */
  public boolean happens(int perMille) {
    return perMille > 0 && between(0, 999) < perMille;
  }
}
