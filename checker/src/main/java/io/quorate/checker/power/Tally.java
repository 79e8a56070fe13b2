package io.quorate.checker.power;

import io.quorate.checker.Verdict;
import io.quorate.history.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the places of one way of damage, and counts what became of them. */
final class Tally {
  private final Damage damage;
  private final List<KeyPlaces> keys;
  private final long places;
  private final List<Integer> all;
  private RandomStream stream;
  private int caught;
  private int legal;
  private int undecided;

  Tally(Damage damage, long seed, List<KeyPlaces> keys) {
    this.damage = damage;
    this.keys = keys;
    this.places = keys.stream().mapToLong(key -> key.places(damage).count()).sum();
    this.stream = RandomStream.of(seed, "power").split(damage.name());
    this.all = few() ? stream.shuffled(numbers((int) places)) : List.of();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /**
   * One place of all.
   *
   * @param at its number among those of the key
   */
  record Place(Damage damage, KeyPlaces key, int at) {}

  private boolean few() {
    return places <= PowerMeter.MOST_DAMAGES;
  }

  private int tried() {
    return caught + legal + undecided;
  }

  /** Whether there is a place to be tried yet: of few places each is tried once. */
  boolean more() {
    return tried() < (few() ? places : PowerMeter.MOST_DAMAGES);
  }

  /** The next place. */
  Place draw() {
    long left = few() ? all.get(tried()) : stream.below(places);
    stream = stream.next();
    for (KeyPlaces key : keys) {
      int here = key.places(damage).count();
      if (left < here) {
        return new Place(damage, key, (int) left);
      }
      left -= here;
    }
    throw new IllegalStateException("there are no " + places + " places");
  }

  void count(Verdict verdict) {
    switch (verdict) {
      case Verdict.NotLinearizable n -> caught++;
      case Verdict.Linearizable l -> legal++;
      case Verdict.Undecided u -> undecided++;
    }
  }

  Share share() {
    return new Share(damage, places, tried() == places, caught, legal, undecided);
  }
}
