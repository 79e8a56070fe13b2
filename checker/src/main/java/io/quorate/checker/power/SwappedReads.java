package io.quorate.checker.power;

import io.quorate.history.Completion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@link Damage#SWAPPED_READS}. */
final class SwappedReads implements Places {
  private final Story story;
  private final List<int[]> pairs = new ArrayList<>();

  SwappedReads(Story story) {
    this.story = story;
    List<Integer> reads =
        IntStream.range(0, story.size())
            .filter(story::read)
            .boxed()
            .sorted(Comparator.comparingLong(story::end))
            .toList();
    for (int k = 1; k < reads.size(); k++) {
      int first = reads.get(k - 1);
      int second = reads.get(k);
      if (story.register().sees(first) != story.register().sees(second)) {
        pairs.add(new int[] {first, second});
      }
    }
  }

  @Override
  public int count() {
    return pairs.size();
  }

  @Override
  public SortedMap<Integer, Completion> damage(int place) {
    int first = pairs.get(place)[0];
    int second = pairs.get(place)[1];
    SortedMap<Integer, Completion> answers = new TreeMap<>();
    answers.put(story.row(first), story.answer(story.register().sees(second)));
    answers.put(story.row(second), story.answer(story.register().sees(first)));
    return answers;
  }
}
