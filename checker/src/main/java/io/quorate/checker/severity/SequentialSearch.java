package io.quorate.checker.severity;

import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for an order that keeps each process' own: depth first, earlier invoked changes first, and
 * remembering from where there is none.
 *
 * <p>What changes nothing is placed as soon as it fits, as that takes nothing from anybody:
 * whatever order there is, it is one too with this step moved to the front.
 */
final class SequentialSearch {
  private static final long STATE_BYTES = 96;
  private static final long FORK_BYTES = 96;
  private static final long CHOICE_BYTES = 24;
  private static final long STEP_BYTES = 160;

  private final Play play;
  private final int sequences;
  private final int loose;
  private final Deadline deadline;
  private final Memory memory;
  private final Set<IntBuffer> dead = new HashSet<>();
  private boolean full;

  private SequentialSearch(Program program, Deadline deadline, Memory memory) {
    this.play = new Play(program);
    this.sequences = program.sequences().size();
    this.loose = program.loose().size();
    this.deadline = deadline;
    this.memory = memory;
  }

  /** Returns whether there is an order. */
  static Sequential search(Program program, Deadline deadline, Memory memory) {
    long steps = program.loose().size();
    for (List<Program.Step> sequence : program.sequences()) {
      steps += sequence.size();
    }
    if (!memory.reserve(STEP_BYTES * steps)) {
      return Sequential.NOT_DETERMINED;
    }
    return new SequentialSearch(program, deadline, memory).run();
  }

  /**
   * Where the search chose.
   *
   * @param moves how many had been made
   * @param choices the moves not tried yet, the best last
   * @param bytes what it takes in memory
   */
  private record Fork(int moves, List<Integer> choices, long bytes) {}

  private Sequential run() {
    Deque<Fork> forks = new ArrayDeque<>();
    Fork first = fork();
    full = !memory.reserve(first.bytes);
    forks.push(first);
    while (!forks.isEmpty()) {
      if (play.complete()) {
        return Sequential.YES;
      }
      if (full || deadline.passed()) {
        return Sequential.NOT_DETERMINED;
      }
      Fork fork = forks.getFirst();
      play.back(fork.moves);
      if (fork.choices.isEmpty()) {
        memory.release(forks.pop().bytes);
        bury();
      } else {
        play.make(fork.choices.removeLast());
        Fork next = fork();
        if (!dead.contains(IntBuffer.wrap(play.state()))) {
          full = !memory.reserve(next.bytes);
          forks.push(next);
        }
      }
    }
    return Sequential.NO;
  }

  private void bury() {
    int[] state = play.state();
    full = !memory.reserve(STATE_BYTES + 4L * state.length);
    dead.add(IntBuffer.wrap(state));
  }

  /** Places what only looks, and gathers what may come then. */
  private Fork fork() {
    boolean more = true;
    while (more && !deadline.passed()) {
      more = false;
      for (int move = 0; move < sequences; move++) {
        while (play.possible(move) && play.looks(move)) {
          play.make(move);
          more = true;
        }
      }
    }
    List<Integer> choices = new ArrayList<>();
    for (int move = -loose; move < sequences; move++) {
      if (play.possible(move) && !play.looks(move) && !play.pointless(move)) {
        choices.add(move);
      }
    }
    choices.sort(Comparator.comparingInt(play::row).reversed());
    return new Fork(play.size(), choices, FORK_BYTES + CHOICE_BYTES * choices.size());
  }
}
