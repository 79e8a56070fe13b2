package io.quorate.raft.script;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.rules.bugs.Bugs;
import io.quorate.raft.server.ServerStopped;
import io.quorate.raft.sim.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script. Lines that begin with {@code >} are commands, lines with two blanks the reaction;
 * all others are words for the reader.
 */
final class Script {
  private final StringBuilder told = new StringBuilder();
  private @Nullable Cluster cluster;

  /** The script with the reactions that really came. */
  String run(String script) {
    for (String line : script.lines().toList()) {
      if (line.startsWith("> ")) {
        told.append(line).append('\n');
        command(Arrays.asList(line.substring(2).split(" +")));
      } else if (!line.startsWith("  ")) {
        told.append(line).append('\n');
      }
    }
    return told.toString();
  }

  private void command(List<String> words) {
    try {
      execute(words.get(0), words.subList(1, words.size()));
    } catch (BrokenLaw | ServerStopped e) {
      told.append("  !! ").append(e.getMessage()).append('\n');
    }
  }

  private void execute(String verb, List<String> args) {
    switch (verb) {
      case "cluster" -> create(args);
      case "preload" ->
          cluster()
              .preload(
                  args.get(0),
                  Long.parseLong(args.get(1)),
                  args.subList(2, args.size()).stream().map(Long::valueOf).toList());
      case "elect" -> cluster().elect(args.get(0));
      case "timeout" -> cluster().timeout(args.get(0));
      case "election-timeout" -> cluster().fire(args.get(0), Timer.Name.ELECTION);
      case "silence" -> cluster().fire(args.get(0), Timer.Name.SILENCE);
      case "pass" -> cluster().pass(Long.parseLong(args.get(0)));
      case "retire" -> cluster().retire(args.get(0));
      case "transfer-overdue" -> cluster().fire(args.get(0), Timer.Name.TRANSFER);
      case "heartbeat" -> cluster().fire(args.get(0), Timer.Name.HEARTBEAT);
      case "check-quorum" -> cluster().fire(args.get(0), Timer.Name.CHECK_QUORUM);
      case "deliver" -> cluster().deliver(on(args));
      case "settle" -> cluster().settle();
      case "drop" -> cluster().drop(on(args));
      case "duplicate" -> cluster().duplicate(on(args));
      case "cut" -> cut(args);
      case "heal" -> cluster().heal();
      case "hold-syncs" -> cluster().autoSync(false);
      case "sync-all" -> cluster().autoSync(true);
      case "sync" -> cluster().sync(args.get(0));
      case "crash" ->
          cluster().crash(args.get(0), args.size() > 1 ? Integer.parseInt(args.get(1)) : 0);
      case "damage" -> cluster().damage(args.get(0), args.get(1));
      case "start" -> args.forEach(cluster()::start);
      case "fail-disk" -> cluster().failDisk(args.get(0));
      case "logs" -> cluster().logs();
      default -> cluster().request(args.get(0), request(verb, args));
    }
  }

  private ClientRequest request(String verb, List<String> args) {
    long id = cluster().nextRequest();
    return switch (verb) {
      case "read" -> new ClientRequest.Read(id, args.get(1));
      case "write" -> new ClientRequest.Write(id, args.get(1), value(args.get(2)));
      case "cas" ->
          new ClientRequest.CompareAndSet(id, args.get(1), value(args.get(2)), value(args.get(3)));
      case "append" -> new ClientRequest.Execute(id, new Command.Append(args.get(1), args.get(2)));
      case "add" ->
          new ClientRequest.Execute(id, new Command.Add(args.get(1), Long.parseLong(args.get(2))));
      case "delete" -> new ClientRequest.Execute(id, new Command.Delete(args.get(1)));
      case "open" -> new ClientRequest.Execute(id, new Command.OpenSession());
      case "once" ->
          new ClientRequest.Execute(
              id,
              new Command.InSession(
                  Long.parseLong(args.get(1)),
                  Long.parseLong(args.get(2)),
                  1,
                  new Command.Append(args.get(3), args.get(4))));
      case "scan" -> new ClientRequest.Scan(id, args.get(1), null, Integer.parseInt(args.get(2)));
      case "transfer" ->
          new ClientRequest.TransferLeadership(id, args.size() > 1 ? args.get(1) : null);
      case "reconfigure" ->
          new ClientRequest.Reconfigure(
              id,
              args.stream().skip(1).filter(name -> !name.startsWith("+")).toList(),
              args.stream().filter(name -> name.startsWith("+")).map(n -> n.substring(1)).toList());
      case "status" -> new ClientRequest.Status(id);
      case "probe" -> new ClientRequest.Probe(id, args.get(1), Long.parseLong(args.get(2)));
      case "probe-peers" -> new ClientRequest.ProbePeers(id, Long.parseLong(args.get(1)));
      case "probe-account" -> new ClientRequest.ProbeAccount(id);
      default -> throw new IllegalArgumentException("no command " + verb);
    };
  }

  private static @Nullable String value(String word) {
    return word.equals("-") ? null : word;
  }

  private void create(List<String> args) {
    int size = Integer.parseInt(args.get(0));
    int voters = size;
    int batch = 1024;
    int snapshotBytes = 1 << 20;
    boolean start = true;
    boolean preVote = false;
    boolean lease = false;
    List<Bug> bugs = new ArrayList<>();
    for (String option : args.subList(1, args.size())) {
      if (option.equals("down")) {
        start = false;
      } else if (option.equals("pre-vote")) {
        preVote = true;
      } else if (option.equals("lease")) {
        lease = true;
      } else if (option.startsWith("snapshot=")) {
        snapshotBytes = Integer.parseInt(option.substring(9));
      } else if (option.startsWith("voters=")) {
        voters = Integer.parseInt(option.substring(7));
      } else if (option.startsWith("batch=")) {
        batch = Integer.parseInt(option.substring(6));
      } else {
        bugs.add(Bugs.named(option).orElseThrow());
      }
    }
    cluster = new Cluster(size, voters, preVote, lease, batch, snapshotBytes, bugs, told);
    if (start) {
      cluster().startAll();
    }
  }

  /** Names of links, as {@code n1->n2}, or of servers for all that goes to them; none means all. */
  private static Predicate<Envelope> on(List<String> args) {
    Set<String> named = new TreeSet<>(args);
    return envelope ->
        named.isEmpty() || named.contains(Cluster.link(envelope)) || named.contains(envelope.to());
  }

  /** Links, as {@code n1->n2}, or servers that are cut off from all but those named with them. */
  private void cut(List<String> args) {
    Set<String> named = new TreeSet<>(args);
    cluster()
        .cut(link -> {
          List<String> ends = Arrays.asList(link.split("->", 2));
          return named.contains(link) || named.contains(ends.get(0)) != named.contains(ends.get(1));
        });
  }

  private Cluster cluster() {
    if (cluster == null) {
      throw new IllegalStateException("a script begins with a cluster");
    }
    return cluster;
  }
}
