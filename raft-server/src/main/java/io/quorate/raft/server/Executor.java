package io.quorate.raft.server;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.LogEntry;
import io.quorate.raft.core.Effect;
import io.quorate.raft.core.Outcome;
import io.quorate.raft.machine.Registers;
import io.quorate.raft.machine.Result;
import io.quorate.raft.port.Timer;
import io.quorate.raft.port.Trace;
import io.quorate.raft.protocol.ClientResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out the core's effects, in their order. */
final class Executor {
  private final Storage storage;
  private final Gate gate;
  private final Timer timer;
  private final Trace trace;
  private final Registers registers;
  private final Desk desk;

  /** What the entries applied in this step came to, by index. */
  private final Map<Long, Result> results = new HashMap<>();

  Executor(Storage storage, Gate gate, Timer timer, Trace trace, Registers registers, Desk desk) {
    this.storage = storage;
    this.gate = gate;
    this.timer = timer;
    this.trace = trace;
    this.registers = registers;
    this.desk = desk;
  }

  void carryOut(List<Effect> effects) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Persist persist -> storage.write(persist);
        case Effect.Send send -> gate.send(send.to(), send.message(), send.after());
        case Effect.Answer answer -> answer(answer);
        case Effect.Apply apply -> apply(apply.entries());
        case Effect.SetTimer set -> timer.set(set.name(), set.delayNanos());
        case Effect.CancelTimer cancel -> timer.cancel(cancel.name());
        case Effect.Note note ->
            trace.note(note.kind(), note.term(), note.index(), note.fields().toArray());
      }
    }
    results.clear();
  }

  /** What waited for these writes may go. */
  void durable(long sequence) {
    gate.open(sequence);
  }

  private void apply(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      results.put(entry.index(), registers.apply(entry.command()));
    }
  }

  private void answer(Effect.Answer answer) {
    Desk.Open asked = desk.close(answer.ticket());
    gate.answer(asked.connection(), response(asked, answer.outcome()), answer.after());
  }

  private ClientResponse response(Desk.Open asked, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Executed executed -> executed(asked.id(), executed.index());
      case Outcome.Readable readable -> readable(asked);
      case Outcome.NotLeader elsewhere ->
          new ClientResponse.NotLeader(asked.id(), elsewhere.leader());
      case Outcome.Unknown unknown -> new ClientResponse.Unknown(asked.id(), unknown.reason());
    };
  }

  private ClientResponse executed(long id, long index) {
    Result result = results.get(index);
    if (result == null) {
      throw new BrokenLaw("an answer is given when its entry is applied, index " + index);
    }
    return switch (result) {
      case DONE -> new ClientResponse.Ok(id);
      case MISMATCH -> new ClientResponse.No(id);
    };
  }

  private ClientResponse readable(Desk.Open asked) {
    String key = asked.key();
    if (key == null) {
      throw new BrokenLaw("only a read is answered by reading");
    }
    return new ClientResponse.Value(asked.id(), registers.read(key));
  }
}
