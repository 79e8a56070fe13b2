package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.rules.Session;

/** The replicated state machine: registers and client sessions. Deterministic. */
public final class Machine {
  private final Registers registers;
  private final Sessions sessions;
  private final StateLimits limits;
  private final Session rules;

  /**
   * A machine that holds nothing.
   *
   * @param rules how often an update takes effect
   * @param limits how much it may hold
   */
  public Machine(Session rules, StateLimits limits) {
    this.rules = rules;
    this.limits = limits;
    registers = new Registers(limits.maxChars());
    sessions = new Sessions(limits);
  }

  /** What it is for. */
  public Registers registers() {
    return registers;
  }

  /** Executes the committed entry at {@code index}. */
  public Result apply(long index, Command command) {
    return switch (command) {
      case Command.Noop noop -> Result.DONE;
      case Command.Configure configure -> Result.DONE;
      case Command.Update update -> registers.apply(update);
      case Command.OpenSession open -> sessions.open(index);
      case Command.InSession once -> once(index, once);
    };
  }

  private Result once(long index, Command.InSession once) {
    Result instead = sessions.insteadOf(once.session(), once.sequence(), once.answered(), index);
    if (instead != null && !(rules.forgetsAnswers() && isAnswer(instead))) {
      return instead;
    }
    Result result = registers.apply(once.update());
    sessions.remember(once.session(), once.sequence(), result);
    return result;
  }

  private static boolean isAnswer(Result instead) {
    return !(instead instanceof Result.Lost || instead instanceof Result.Refused);
  }

  /** What it holds now. */
  public Image image() {
    return new Image(
        registers.share(), rules.inSnapshot() ? sessions.share() : new Sessions(limits));
  }

  /**
   * Makes it hold what an image held.
   *
   * @throws IllegalArgumentException when {@code state} is no state of such a machine
   */
  public void restore(Chunk state) {
    StateReader in = new StateReader(state.view());
    registers.restore(in);
    sessions.restore(in);
    in.end();
  }
}
