package io.quorate.raft.protocol;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.SnapshotId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws messages of every kind, edges included. */
final class Messages {
  private static final List<String> TEXTS =
      List.of("k", "x1", "i:42", "ключ", "\u0000", "\uD83D\uDE00", "s:\"}\n{", "a".repeat(300));

  private final RandomGenerator random;

  Messages(RandomGenerator random) {
    this.random = random;
  }

  Hello hello() {
    return random.nextBoolean() ? Hello.client(name(), name()) : Hello.peer(name(), name(), name());
  }

  ClientRequest request() {
    long id = 1 + count() / 2;
    return switch (random.nextInt(11)) {
      case 0 -> new ClientRequest.Read(id, key());
      case 1 -> new ClientRequest.Write(id, key(), value());
      case 2 -> new ClientRequest.CompareAndSet(id, key(), value(), value());
      case 3 -> new ClientRequest.Status(id);
      case 4 -> new ClientRequest.Probe(id, name(), random.nextLong());
      case 5 -> new ClientRequest.ProbePeers(id, random.nextLong());
      case 8 -> new ClientRequest.Execute(id, asked());
      case 9 ->
          new ClientRequest.Scan(
              id, random.nextBoolean() ? "" : key(), value(), 1 + random.nextInt(1000));
      case 7 -> new ClientRequest.Reconfigure(id, List.of("n1", "n2"), List.of("n3"));
      case 6 -> new ClientRequest.TransferLeadership(id, random.nextBoolean() ? name() : null);
      default -> new ClientRequest.ProbeAccount(id);
    };
  }

  ClientResponse response() {
    long id = count();
    return switch (random.nextInt(10)) {
      case 8 -> new ClientResponse.Opened(id, count());
      case 7 ->
          new ClientResponse.Page(
              id, new TreeMap<>(Map.of(key(), "v", name(), "")), random.nextBoolean());
      case 0 -> new ClientResponse.Value(id, value());
      case 1 -> new ClientResponse.Ok(id);
      case 2 -> new ClientResponse.No(id);
      case 3 -> new ClientResponse.NotLeader(id, random.nextBoolean() ? name() : null);
      case 4 -> new ClientResponse.Refused(id, key());
      case 5 -> new ClientResponse.Unknown(id, "");
      case 6 ->
          new ClientResponse.Status(
              id,
              name(),
              role(),
              count(),
              random.nextBoolean() ? name() : null,
              count(),
              count(),
              some(this::name));
      default ->
          new ClientResponse.ProbeAccount(
              id, some(() -> new ClientResponse.Arrival(name(), random.nextLong())));
    };
  }

  PeerMessage peerMessage() {
    long term = count();
    return switch (random.nextInt(10)) {
      case 0 -> new PeerMessage.VoteRequest(term, count(), count(), random.nextBoolean());
      case 1 -> new PeerMessage.VoteResponse(term, random.nextBoolean());
      case 2 ->
          new PeerMessage.AppendRequest(
              term, count(), count(), some(this::entry), count(), count());
      case 3 ->
          new PeerMessage.AppendResponse(
              term, random.nextBoolean(), count(), count(), count(), count());
      case 4 -> new PeerMessage.PreVoteRequest(term, count(), count());
      case 5 -> new PeerMessage.PreVoteResponse(term, count(), random.nextBoolean());
      case 6 -> new PeerMessage.InstallRequest(term, snapshot(), size(), chunk(), count());
      case 7 -> new PeerMessage.InstallResponse(term, snapshot(), size(), count());
      case 8 -> new PeerMessage.TimeoutNow(term);
      default ->
          new PeerMessage.Probe(term, random.nextLong(), random.nextBoolean() ? name() : null);
    };
  }

  private SnapshotId snapshot() {
    return new SnapshotId(count(), count(), size(), random.nextInt());
  }

  private int size() {
    return random.nextBoolean() ? random.nextInt(100) : Integer.MAX_VALUE;
  }

  private Chunk chunk() {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return Chunk.of(bytes);
  }

  private LogEntry entry() {
    Command command =
        switch (random.nextInt(3)) {
          case 0 -> new Command.Noop();
          case 1 -> new Command.Configure(configuration());
          default -> asked();
        };
    return new LogEntry(1 + count() / 2, 1 + count() / 2, command);
  }

  private Command asked() {
    return switch (random.nextInt(3)) {
      case 0 -> new Command.OpenSession();
      case 1 -> new Command.InSession(1 + count() / 2, 1 + random.nextInt(9), count(), update());
      default -> update();
    };
  }

  private Command.Update update() {
    return switch (random.nextInt(5)) {
      case 0 -> new Command.Write(key(), value());
      case 1 -> new Command.CompareAndSet(key(), value(), value());
      case 2 -> new Command.Delete(key());
      case 3 -> new Command.Append(key(), key());
      default -> new Command.Add(key(), random.nextLong());
    };
  }

  private Configuration configuration() {
    List<String> voters = some(() -> "v" + random.nextInt()).stream().distinct().toList();
    List<String> outgoing =
        voters.isEmpty() || random.nextBoolean() ? List.of() : List.of("o1", voters.getFirst());
    return new Configuration(new Quorum(voters, outgoing), some(() -> "l" + random.nextInt()));
  }

  private String key() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private @Nullable String value() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> "";
      default -> key();
    };
  }

  private Role role() {
    return List.of(Role.FOLLOWER, Role.PRE_CANDIDATE, Role.CANDIDATE, Role.LEADER)
        .get(random.nextInt(4));
  }

  private String name() {
    return "n" + random.nextInt(1, 10);
  }

  private long count() {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> random.nextLong(100);
      default -> Long.MAX_VALUE - random.nextInt(2);
    };
  }

  private <T> List<T> some(Supplier<T> one) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> one.get()).toList();
  }
}
