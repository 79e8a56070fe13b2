package io.quorate.checker.power;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.Completion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** {@link Damage#LOST_WRITE}. */
final class LostWrites implements Places {
  private final Story story;
  private final RegisterOperations register;
  private final int[] writes;
  private final List<List<Integer>> seenBy = new ArrayList<>();

  LostWrites(Story story) {
    this.story = story;
    this.register = story.register();
    writes = IntStream.range(0, story.size()).filter(this::acknowledged).toArray();
    for (int i = 0; i < story.size(); i++) {
      seenBy.add(List.of());
    }
    for (int i = 0; i < story.size(); i++) {
      int writer = story.writer(i);
      if (writer != Story.NONE) {
        if (seenBy.get(writer).isEmpty()) {
          seenBy.set(writer, new ArrayList<>(2));
        }
        seenBy.get(writer).add(i);
      }
    }
  }

  private boolean acknowledged(int i) {
    String function = register.operations().call(i).function();
    boolean plain = function.equals("write") || function.equals("cas");
    return plain && register.surelyWrites(i);
  }

  @Override
  public int count() {
    return writes.length;
  }

  @Override
  public SortedMap<Integer, Completion> damage(int place) {
    int write = writes[place];
    int old = story.before(story.position(write));
    SortedMap<Integer, Completion> answers = new TreeMap<>();
    Set<Integer> lost = new TreeSet<>(List.of(write));
    Deque<Integer> next = new ArrayDeque<>(lost);
    while (!next.isEmpty()) {
      for (int observer : seenBy.get(next.remove())) {
        if (sees(observer, old, answers) && lost.add(observer)) {
          next.add(observer);
        }
      }
    }
    refusals(write, lost, old, answers);
    return answers;
  }

  /** Has {@code observer} meet {@code old}; whether by that its own write is lost too. */
  private boolean sees(int observer, int old, SortedMap<Integer, Completion> answers) {
    if (register.sees(observer) == old) {
      return false;
    }
    if (story.read(observer)) {
      answers.put(story.row(observer), story.answer(old));
    } else if (register.returned(observer)) {
      answers.put(story.row(observer), new Completion.Fail(Completion.Fail.MISMATCH));
    }
    return register.kind(observer) == Kind.CAS;
  }

  /**
   * What was refused for not finding the old value might have found it now, and nobody knows what
   * would have come of that: it becomes a doubt.
   */
  private void refusals(
      int write, Set<Integer> lost, int old, SortedMap<Integer, Completion> answers) {
    int next = story.position(write) + 1;
    while (next < story.writes() && lost.contains(story.write(next))) {
      next++;
    }
    long until = next < story.writes() ? story.end(story.write(next)) : Operations.OPEN;
    for (int i = 0; i < story.size() && story.invoke(i) < until; i++) {
      boolean refused = register.kind(i) == Kind.DIFFERS && register.sees(i) == old;
      if (refused && story.end(i) > story.invoke(write)) {
        answers.put(story.row(i), new Completion.Info("the damage might have let it through"));
      }
    }
  }
}
