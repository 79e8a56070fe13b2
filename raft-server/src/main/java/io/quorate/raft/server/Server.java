package io.quorate.raft.server;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.core.Effect;
import io.quorate.raft.core.Input;
import io.quorate.raft.core.Raft;
import io.quorate.raft.log.LogDamaged;
import io.quorate.raft.log.Recovered;
import io.quorate.raft.log.Snapshot;
import io.quorate.raft.log.SnapshotBody;
import io.quorate.raft.log.WriteAheadLog;
import io.quorate.raft.machine.Machine;
import io.quorate.raft.machine.Registers;
import io.quorate.raft.port.Disk;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Network;
import io.quorate.raft.port.Timer;
import io.quorate.raft.port.Trace;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One Raft register server, moved by events. It starts no thread, reads no clock and never waits.
 *
 * <p>Hand it {@link Event.Started} first, then whatever happens, one event at a time, and {@link
 * Event.Drained} whenever nothing more is waiting: that is when it sends what it gathered and
 * starts one sync for it. It serves once its boot record is durable; until then clients are refused
 * and peers are not heard.
 */
public final class Server {
  private static final String FORGOTTEN =
      "its disk is empty, though it served before: what it promised is forgotten; remove it from"
          + " the cluster, and add it again as a new server";

  private final ServerConfig config;
  private final Storage storage;
  private final Network network;
  private final Timer timer;
  private final Trace trace;
  private final RandomGenerator random;
  private final Machine machine;
  private final ProbeLog probes;
  private final Door door;
  private final Desk desk;
  private final Snapshots snapshots;
  private final Executor executor;

  /** What was found at the start, until it serves: a state and a log are large. */
  private @Nullable Recovered recovered;

  private long boots;
  private @Nullable Raft raft;
  private long refused;
  private boolean retiring;

  /**
   * A server that has not started.
   *
   * @param random draws the election timeouts, and the salt of a new log
   */
  public Server(
      ServerConfig config,
      Disk disk,
      Network network,
      Timer timer,
      Trace trace,
      RandomGenerator random) {
    this.config = config;
    this.network = network;
    this.timer = timer;
    this.trace = trace;
    this.random = random;
    machine = new Machine(config.rules().session(), config.limits().state());
    storage =
        new Storage(
            new WriteAheadLog(
                disk,
                config.rules().logRecovery(),
                config.rules().durability(),
                random::nextLong,
                config.limits().segmentBytes()));
    probes = new ProbeLog(config.limits().maxArrivals());
    door = new Door(config.limits());
    desk = new Desk(config.limits());
    Gate gate = new Gate(network, config.limits().maxHeldMessages());
    snapshots = new Snapshots(storage, config.limits());
    executor = new Executor(storage, snapshots, gate, timer, trace, machine, desk);
  }

  /**
   * Takes one event.
   *
   * @throws ServerStopped when it cannot go on; it must not be stepped again
   * @throws io.quorate.raft.BrokenLaw when it would break one of Raft's laws; likewise
   */
  public void step(Event event) {
    switch (event) {
      case Event.Started started -> start(started.before());
      case Event.FromPeer message -> fromPeer(message.from(), message.message());
      case Event.PeerGone gone -> tell(new Input.PeerGone(gone.peer()));
      case Event.FromClient asked -> fromClient(asked.connection(), asked.request());
      case Event.ClientGone gone -> {
        // Its requests run on, and the network drops their answers.
      }
      case Event.Synced synced -> synced(synced.token());
      case Event.DiskFailed failed -> failed(failed.reason());
      case Event.TimerFired fired -> tell(new Input.TimerFired(fired.name()));
      case Event.Retire retire -> {
        retiring = true;
        tell(new Input.Retire());
      }
      case Event.Drained drained -> {
        tell(new Input.Flush());
        takeSnapshot();
        storage.flush();
      }
    }
  }

  /**
   * Whether it was told to retire and its process may end: it leads no more, or has nobody to hand
   * over to, and every request is answered.
   */
  public boolean retired() {
    return retiring && (raft == null || !raft.transfers()) && desk.open() == 0;
  }

  /** Whether it has recovered, and takes part. */
  public boolean serves() {
    return raft != null;
  }

  /** What may be seen from inside the process; empty until it serves. */
  public Optional<Sight> sight() {
    Raft core = raft;
    if (core == null) {
      return Optional.empty();
    }
    HardState hard = core.hardState();
    return Optional.of(
        new Sight(
            config.node(),
            boots,
            core.role(),
            hard.term(),
            hard.votedFor(),
            core.commit(),
            core.applied(),
            core.durable(),
            core.configuration(),
            core.before(),
            core.log()));
  }

  /** Its role, term and indices. */
  public ClientResponse.Status status() {
    return status(0);
  }

  /** What it was asked since it started. */
  public Counts counts() {
    return new Counts(
        desk.proposalsTaken(), desk.readsTaken(), refused, desk.open(), storage.length());
  }

  /** Who takes part as far as it knows. */
  public Configuration configuration() {
    return raft == null ? Configuration.NONE : raft.configuration();
  }

  /** At a leader, for each peer the last index known to be durable there; else empty. */
  public SortedMap<String, Long> matches() {
    return raft == null ? new TreeMap<>() : raft.matches();
  }

  /** What its registers hold. */
  public Registers registers() {
    return machine.registers();
  }

  private void start(boolean before) {
    if (recovered != null || raft != null) {
      throw new IllegalStateException("a server starts once");
    }
    Recovered found;
    try {
      found = storage.open();
    } catch (LogDamaged | UncheckedIOException e) {
      throw new ServerStopped(config.node(), String.valueOf(e.getMessage()));
    }
    if (before && found.boots() == 0 && !config.rules().boot().beginsAnew()) {
      throw new ServerStopped(config.node(), FORGOTTEN);
    }
    recovered = found;
    boots = found.boots();
  }

  private void synced(long token) {
    SnapshotId snapshot = storage.saved(token);
    if (snapshot != null) {
      tell(snapshots.saved(snapshot));
      snapshots.saveWaiting();
      return;
    }
    long sequence = storage.synced(token);
    if (sequence < 0) {
      storage.flush();
    } else if (raft == null && recovered != null) {
      serve(recovered);
    } else if (raft != null) {
      List<Effect> effects = raft.step(new Input.Persisted(sequence), timer.now());
      trace.note("sync", term(), raft.durable(), "sequence", sequence, "bytes", storage.length());
      executor.durable(sequence);
      executor.carryOut(effects);
    }
  }

  private void takeSnapshot() {
    if (raft != null && raft.applied() > raft.snapshot().index() && snapshots.due(raft.brings())) {

      snapshots.take(raft.snapshotPosition(), raft.appliedConfiguration(), machine.image());
    }
  }

  private void serve(Recovered found) {
    Snapshot snapshot = found.snapshot();
    snapshots.recovered(snapshot == null ? SnapshotId.NONE : snapshot.id());
    Configuration configuration = config.initial();
    if (snapshot != null) {
      SnapshotBody body = SnapshotBody.of(snapshot.body());
      configuration = body.configuration();
      machine.restore(body.state());
    }
    trace.note(
        "boot",
        found.hardState().term(),
        snapshots.id().index() + found.entries().size(),
        "boot",
        found.boots(),
        "cutBytes",
        found.cutBytes(),
        "bugs",
        String.join(",", config.bugIds()));
    raft =
        new Raft(
            config.core(trace.isWanted()),
            found.hardState(),
            snapshots.id(),
            configuration,
            found.entries(),
            random);
    recovered = null;
    tell(new Input.Start());
  }

  private void failed(String reason) {
    trace.note("disk-failed", term(), 0, "reason", reason);
    if (config.rules().diskFailure().stops()) {
      throw new ServerStopped(config.node(), "the disk failed: " + reason);
    }
  }

  private void tell(Input input) {
    if (raft != null) {
      executor.carryOut(raft.step(input, timer.now()));
    }
  }

  private void fromPeer(String from, PeerMessage message) {
    if (message instanceof PeerMessage.Probe probe) {
      probes.arrived(from, probe.nonce());
    } else if (config.servers().contains(from)) {
      tell(new Input.Received(from, message));
    }
  }

  private void fromClient(long connection, ClientRequest request) {
    switch (request) {
      case ClientRequest.Read read -> read(connection, read, door.objection(read));
      case ClientRequest.Write write ->
          propose(connection, write.id(), new Command.Write(write.key(), write.value()));
      case ClientRequest.CompareAndSet cas ->
          propose(
              connection,
              cas.id(),
              new Command.CompareAndSet(cas.key(), cas.expected(), cas.replacement()));
      case ClientRequest.Execute execute -> propose(connection, execute.id(), execute.command());
      case ClientRequest.Scan scan -> read(connection, scan, door.objection(scan));
      case ClientRequest.Reconfigure ask -> reconfigure(connection, ask);
      case ClientRequest.TransferLeadership transfer -> transfer(connection, transfer);
      case ClientRequest.Status status -> network.answer(connection, status(status.id()));
      case ClientRequest.Probe probe -> {
        probes.arrived(probe.from(), probe.nonce());
        network.answer(connection, new ClientResponse.Ok(probe.id()));
      }
      case ClientRequest.ProbePeers probe -> probePeers(connection, probe);
      case ClientRequest.ProbeAccount account ->
          network.answer(
              connection, new ClientResponse.ProbeAccount(account.id(), probes.newestLast()));
    }
  }

  private void read(long connection, ClientRequest read, @Nullable String atDoor) {
    String objection = objection(desk.takesReads(), atDoor);
    if (objection == null) {
      tell(new Input.Read(desk.read(connection, read)));
    } else {
      refuse(connection, read.id(), objection);
    }
  }

  private void propose(long connection, long id, Command command) {
    String objection = objection(desk.takesProposals(), door.objection(command));
    if (objection == null) {
      tell(new Input.Propose(desk.propose(connection, id), command));
    } else {
      refuse(connection, id, objection);
    }
  }

  private void transfer(long connection, ClientRequest.TransferLeadership transfer) {
    String objection = objection(desk.takesProposals(), null);
    if (objection == null) {
      long ticket = desk.propose(connection, transfer.id());
      tell(new Input.Transfer(ticket, transfer.to()));
    } else {
      refuse(connection, transfer.id(), objection);
    }
  }

  private void reconfigure(long connection, ClientRequest.Reconfigure ask) {
    Configuration target = new Configuration(new Quorum(ask.voters()), ask.learners());
    String objection = objection(desk.takesProposals(), config.objection(target));
    if (objection == null) {
      tell(new Input.Reconfigure(desk.propose(connection, ask.id()), target));
    } else {
      refuse(connection, ask.id(), objection);
    }
  }

  private void refuse(long connection, long id, String objection) {
    refused++;
    network.answer(connection, new ClientResponse.Refused(id, objection));
  }

  private @Nullable String objection(boolean room, @Nullable String atDoor) {
    if (raft == null) {
      return "starting";
    }
    if (retiring) {
      return "stopping";
    }
    return room ? atDoor : "busy";
  }

  private void probePeers(long connection, ClientRequest.ProbePeers probe) {
    for (String server : config.servers()) {
      if (!server.equals(config.node())) {
        network.send(server, new PeerMessage.Probe(term(), probe.nonce(), null));
      }
    }
    network.answer(connection, new ClientResponse.Ok(probe.id()));
  }

  private long term() {
    if (raft != null) {
      return raft.hardState().term();
    }
    return recovered == null ? 0 : recovered.hardState().term();
  }

  private ClientResponse.Status status(long id) {
    List<String> bugs = config.bugIds();
    if (raft == null) {
      return new ClientResponse.Status(id, config.node(), Role.FOLLOWER, term(), null, 0, 0, bugs);
    }
    return new ClientResponse.Status(
        id, config.node(), raft.role(), term(), raft.leader(), raft.commit(), raft.applied(), bugs);
  }
}
