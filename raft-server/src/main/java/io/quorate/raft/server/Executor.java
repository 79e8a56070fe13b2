package io.quorate.raft.server;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Chunk;
import io.quorate.raft.LogEntry;
import io.quorate.raft.core.Effect;
import io.quorate.raft.core.Outcome;
import io.quorate.raft.machine.Machine;
import io.quorate.raft.machine.Result;
import io.quorate.raft.port.Timer;
import io.quorate.raft.port.Trace;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage.InstallRequest;
import io.quorate.raft.protocol.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out the core's effects, in their order. */
final class Executor {
  private static final String FULL =
      "the registers hold as much as they may: delete some, or write shorter values";

  private final Storage storage;
  private final Gate gate;
  private final Timer timer;
  private final Trace trace;
  private final Machine machine;
  private final Desk desk;
  private final Snapshots snapshots;

  /** What the entries applied in this step came to, by index. */
  private final Map<Long, Result> results = new HashMap<>();

  Executor(
      Storage storage,
      Snapshots snapshots,
      Gate gate,
      Timer timer,
      Trace trace,
      Machine machine,
      Desk desk) {
    this.snapshots = snapshots;
    this.storage = storage;
    this.gate = gate;
    this.timer = timer;
    this.trace = trace;
    this.machine = machine;
    this.desk = desk;
  }

  void carryOut(List<Effect> effects) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Persist persist -> storage.write(persist);
        case Effect.Send send -> gate.send(send.to(), send.message(), send.after());
        case Effect.Answer answer -> answer(answer);
        case Effect.Apply apply -> apply(apply.entries());
        case Effect.Install install -> snapshots.install(install.id(), install.state());
        case Effect.Restore restore -> machine.restore(snapshots.state(restore.id()));
        case Effect.SendSnapshot send -> send(send);
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

  private void send(Effect.SendSnapshot send) {
    Chunk part = snapshots.part(send.id(), send.offset());
    if (part != null) {
      InstallRequest request =
          new InstallRequest(send.term(), send.id(), send.offset(), part, send.round());
      gate.send(send.to(), request, 0);
    }
  }

  private void apply(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      results.put(entry.index(), machine.apply(entry.index(), entry.command()));
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
      case Outcome.Done done -> new ClientResponse.Ok(asked.id());
      case Outcome.Refused refused -> new ClientResponse.Refused(asked.id(), refused.reason());
      case Outcome.Unknown unknown -> new ClientResponse.Unknown(asked.id(), unknown.reason());
    };
  }

  private ClientResponse executed(long id, long index) {
    Result result = results.get(index);
    if (result == null) {
      throw new BrokenLaw("an answer is given when its entry is applied, index " + index);
    }
    return switch (result) {
      case Result.Done done -> new ClientResponse.Ok(id);
      case Result.Mismatch mismatch -> new ClientResponse.No(id);
      case Result.Full full -> new ClientResponse.Refused(id, FULL);
      case Result.Held held -> new ClientResponse.Value(id, held.value());
      case Result.Opened opened -> new ClientResponse.Opened(id, opened.session());
      case Result.Lost lost -> new ClientResponse.Unknown(id, lost.reason());
      case Result.Refused refused -> new ClientResponse.Refused(id, refused.reason());
    };
  }

  private ClientResponse readable(Desk.Open asked) {
    return switch (asked.read()) {
      case ClientRequest.Read read ->
          new ClientResponse.Value(asked.id(), machine.registers().read(read.key()));
      case ClientRequest.Scan scan -> page(scan);
      case null, default -> throw new BrokenLaw("only a read is answered by reading");
    };
  }

  private ClientResponse page(ClientRequest.Scan scan) {
    SortedMap<String, String> found =
        machine.registers().scan(scan.prefix(), scan.after(), scan.most() + 1);
    SortedMap<String, String> page = new TreeMap<>();
    int bytes = 0;
    for (Map.Entry<String, String> register : found.entrySet()) {
      bytes += 3 * (register.getKey().length() + register.getValue().length());
      if (page.size() == scan.most() || (bytes > Wire.PAGE_BYTES && !page.isEmpty())) {
        return new ClientResponse.Page(scan.id(), page, false);
      }
      page.put(register.getKey(), register.getValue());
    }
    return new ClientResponse.Page(scan.id(), page, true);
  }
}
