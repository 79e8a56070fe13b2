package io.quorate.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A position in an endless sequence of random bits: an immutable value, the same on every machine.
 *
 * <p>Reading a position does not move it; {@link #next} is the position after it. So a generator or
 * a schedule can hold its randomness as part of its own state and stay a pure value. Streams are
 * {@linkplain #split split by name}, one per concern, so that a new draw in one never shifts
 * another.
 *
 * <p>It stands beside the history since the seed in the first line of a history has a meaning only
 * together with it, and since workload and nemesis, which both draw, share no other floor.
 *
 * <p>SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014); names
 * enter by their FNV-1a hash.
 *
 * @param state the position
 */
public record RandomStream(long state) {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /** Returns the stream that the run with {@code seed} uses for {@code name}. */
  public static RandomStream of(long seed, String name) {
    return new RandomStream(mixed(seed + GAMMA)).split(name);
  }

  /** Returns an independent stream for the concern {@code name}. Does not move this one. */
  public RandomStream split(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new RandomStream(mixed(mixed(state) ^ hash));
  }

  /** Returns the position after this one. */
  public RandomStream next() {
    return new RandomStream(state + GAMMA);
  }

  /** Returns the 64 bits at this position. */
  public long bits() {
    return mixed(state + GAMMA);
  }

  /** Returns the number at this position, from 0 up to {@code bound - 1}, all equally likely. */
  public long below(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("the bound must be positive, got " + bound);
    }
    return Math.unsignedMultiplyHigh(bits(), bound);
  }

  /** Returns the number at this position, from {@code least} to {@code most}, both included. */
  public long between(long least, long most) {
    return least + below(Math.addExact(Math.subtractExact(most, least), 1));
  }

  /** Returns the number at this position, from 0 up to but not including 1. */
  public double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Returns the exponentially distributed number at this position with this {@code mean}. */
  public double exponential(double mean) {
    return -mean * StrictMath.log1p(-unit());
  }

  /** Returns {@code items} in an order drawn from this position on, as {@link #split} would. */
  public <T> List<T> shuffled(List<T> items) {
    List<T> drawn = new ArrayList<>(items);
    RandomStream at = split("shuffled");
    for (int last = drawn.size() - 1; last > 0; last--) {
      Collections.swap(drawn, last, Math.toIntExact(at.below(last + 1L)));
      at = at.next();
    }
    return List.copyOf(drawn);
  }

  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
