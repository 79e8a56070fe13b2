package io.quorate.checker.power;

import io.quorate.history.Completion;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@link Damage#STALE_READ}. */
final class StaleReads implements Places {
  private final Story story;

  /** For each place in the order of the writes, the place whose write last changed the value. */
  private final int[] change;

  private final int[] reads;

  StaleReads(Story story) {
    this.story = story;
    change = new int[story.writes()];
    for (int k = 0; k < change.length; k++) {
      boolean changes = story.register().leaves(story.write(k)) != story.before(k);
      change[k] = changes ? k : k == 0 ? Story.NONE : change[k - 1];
    }
    reads = IntStream.range(0, story.size()).filter(this::possible).toArray();
  }

  private boolean possible(int i) {
    return story.read(i) && story.writer(i) != Story.NONE && changed(i) != Story.NONE;
  }

  private int changed(int read) {
    int position = story.position(story.writer(read));
    return position == Story.NONE ? Story.NONE : change[position];
  }

  @Override
  public int count() {
    return reads.length;
  }

  @Override
  public SortedMap<Integer, Completion> damage(int place) {
    int read = reads[place];
    int older = story.before(changed(read));
    return new TreeMap<>(Map.of(story.row(read), story.answer(older)));
  }
}
