package io.quorate.checker.severity;

import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.severity.Program.Loose;
import io.quorate.checker.severity.Program.Step;
import java.util.Arrays;
import java.util.List;

/**
 * How far an order has come: the place in each sequence, the loose steps taken, what each key
 * holds; forward and back.
 */
final class Play {
  private final Program program;
  private final int[] place;
  private final boolean[] taken;
  private final int[] holds;

  /** For each value who has yet to see it, who has or may, and who may yet write it. */
  private final int[] observers;

  private final int[] wanted;
  private final int[] writers;

  /** For each key the refused steps left, which any change may let pass. */
  private final int[] refused;

  /** The moves made, sequences from 0 up and loose steps as -1 down, each with what was held. */
  private int[] moves = new int[64];

  private int[] held = new int[64];
  private int size;
  private int left;

  Play(Program program) {
    this.program = program;
    place = new int[program.sequences().size()];
    taken = new boolean[program.loose().size()];
    holds = program.initial();
    observers = new int[program.values()];
    wanted = new int[program.values()];
    writers = new int[program.values()];
    refused = new int[holds.length];
    program.sequences().forEach(steps -> steps.forEach(step -> count(step, 1, true)));
    program.loose().forEach(one -> count(one.step(), 1, false));
    left = program.sequences().stream().mapToInt(List::size).sum();
  }

  private void count(Step step, int change, boolean owed) {
    if (step.kind() == Kind.DIFFERS) {
      refused[step.key()] += change;
    } else if (step.kind() != Kind.WRITE) {
      observers[step.sees()] += owed ? change : 0;
      wanted[step.sees()] += change;
    }
    if (!step.looks()) {
      writers[step.leaves()] += change;
    }
  }

  private Step step(int move) {
    return move >= 0
        ? program.sequences().get(move).get(place[move])
        : program.loose().get(-1 - move).step();
  }

  /** Whether all that returned has its place. */
  boolean complete() {
    return left == 0;
  }

  /** Whether {@code move} is there to be made and what its step saw is what is held. */
  boolean possible(int move) {
    return there(move) && fits(step(move));
  }

  private boolean there(int move) {
    if (move >= 0) {
      return place[move] < program.sequences().get(move).size();
    }
    Loose one = program.loose().get(-1 - move);
    return !taken[-1 - move] && place[one.sequence()] >= one.after();
  }

  private boolean fits(Step step) {
    int now = holds[step.key()];
    return switch (step.kind()) {
      case READ, CAS -> step.sees() == now;
      case DIFFERS -> step.sees() != now;
      case WRITE, NOTHING -> true;
    };
  }

  /** Whether the step of the possible {@code move} changes nothing. */
  boolean looks(int move) {
    return step(move).looks();
  }

  /**
   * Whether the possible {@code move} leads nowhere: somebody has yet to see what it overwrites and
   * nobody is left to write that again; or it is loose and serves nobody.
   */
  boolean pointless(int move) {
    Step step = step(move);
    int now = holds[step.key()];
    boolean cas = step.kind() == Kind.CAS && move >= 0;
    int waiting = observers[now] - (cas ? 1 : 0);
    boolean lost = step.leaves() != now && waiting > 0 && writers[now] == 0;
    boolean serves = wanted[step.leaves()] > 0 || refused[step.key()] > 0;
    return lost || (move < 0 && !serves);
  }

  /** Makes the possible {@code move}. */
  void make(int move) {
    if (size == moves.length) {
      moves = Arrays.copyOf(moves, 2 * size);
      held = Arrays.copyOf(held, 2 * size);
    }
    Step step = step(move);
    moves[size] = move;
    held[size++] = holds[step.key()];
    count(step, -1, move >= 0);
    if (!step.looks()) {
      holds[step.key()] = step.leaves();
    }
    if (move >= 0) {
      place[move]++;
      left--;
    } else {
      taken[-1 - move] = true;
    }
  }

  /** How many moves were made. */
  int size() {
    return size;
  }

  /** Takes moves back until {@code count} are left. */
  void back(int count) {
    while (size > count) {
      int move = moves[--size];
      if (move >= 0) {
        place[move]--;
        left++;
      } else {
        taken[-1 - move] = false;
      }
      Step step = step(move);
      holds[step.key()] = held[size];
      count(step, 1, move >= 0);
    }
  }

  /** The row of the step of {@code move}, which is there. */
  int row(int move) {
    return step(move).row();
  }

  /** All that decides what can still be done. */
  int[] state() {
    int[] state = new int[place.length + holds.length + taken.length];
    System.arraycopy(place, 0, state, 0, place.length);
    System.arraycopy(holds, 0, state, place.length, holds.length);
    for (int i = 0; i < taken.length; i++) {
      state[place.length + holds.length + i] = taken[i] ? 1 : 0;
    }
    return state;
  }
}
