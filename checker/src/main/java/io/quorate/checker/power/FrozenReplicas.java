package io.quorate.checker.power;

import io.quorate.history.Completion;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link Damage#FROZEN_REPLICA}. */
final class FrozenReplicas implements Places {
  private final Story story;
  private final List<Integer> first = new ArrayList<>();
  private final List<List<Integer>> together = new ArrayList<>();

  FrozenReplicas(Story story) {
    this.story = story;
    Map<String, List<Integer>> byReplica = new TreeMap<>();
    for (int i = 0; i < story.size(); i++) {
      if (story.read(i)) {
        byReplica.computeIfAbsent(replica(i), name -> new ArrayList<>()).add(i);
      }
    }
    byReplica.values().forEach(this::places);
  }

  private String replica(int i) {
    Operation operation = story.operation(i);
    String node = operation.node();
    return node == null ? "process " + operation.process() : "node " + node;
  }

  /** From the last read back: of what was seen later, the latest, and the latest that differs. */
  private void places(List<Integer> reads) {
    int last = reads.getLast();
    int other = Story.NONE;
    for (int k = reads.size() - 1; k >= 0; k--) {
      int read = reads.get(k);
      int changed = sees(read) == sees(last) ? other : last;
      if (changed != Story.NONE && story.invoke(changed) > story.end(read)) {
        first.add(read);
        together.add(reads);
      }
      other = other == Story.NONE && sees(read) != sees(last) ? read : other;
    }
  }

  private int sees(int read) {
    return story.register().sees(read);
  }

  @Override
  public int count() {
    return first.size();
  }

  @Override
  public SortedMap<Integer, Completion> damage(int place) {
    int frozen = first.get(place);
    SortedMap<Integer, Completion> answers = new TreeMap<>();
    for (int read : together.get(place)) {
      if (story.invoke(read) > story.end(frozen) && sees(read) != sees(frozen)) {
        answers.put(story.row(read), story.answer(sees(frozen)));
      }
    }
    return answers;
  }
}
