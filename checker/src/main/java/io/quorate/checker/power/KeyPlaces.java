package io.quorate.checker.power;

import io.quorate.history.History;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One key with the places where it can be damaged. */
final class KeyPlaces {
  private final History history;
  private final Story story;
  private final boolean decided;
  private final Map<Damage, Places> places = new EnumMap<>(Damage.class);
  private @Nullable Copy copies;

  KeyPlaces(History history, Story story, boolean decided) {
    this.history = history;
    this.story = story;
    this.decided = decided;
    for (Damage damage : Damage.values()) {
      places.put(damage, of(damage, story));
    }
  }

  private static Places of(Damage damage, Story story) {
    return switch (damage) {
      case STALE_READ -> new StaleReads(story);
      case LOST_WRITE -> new LostWrites(story);
      case SWAPPED_READS -> new SwappedReads(story);
      case FROZEN_REPLICA -> new FrozenReplicas(story);
    };
  }

  /** Whether the key itself is known to be linearizable. */
  boolean decided() {
    return decided;
  }

  Places places(Damage damage) {
    Places known = places.get(damage);
    if (known == null) {
      throw new IllegalStateException("no places for " + damage);
    }
    return known;
  }

  Copy copies() {
    Copy known = copies;
    if (known == null) {
      known = new Copy(history, story.register().operations());
      copies = known;
    }
    return known;
  }
}
