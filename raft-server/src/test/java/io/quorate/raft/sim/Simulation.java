package io.quorate.raft.sim;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.rules.bugs.Bug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Clients and faults drawn from a seed upon a cluster, with every law checked after every step. */
final class Simulation {
  private static final long MILLI = 1_000_000;
  private static final int CLIENTS = 4;
  private static final int KEYS = 3;
  private static final int PATIENT = 2;
  private static final long PATIENCE = 400 * MILLI;
  private static final long RECOVERY = 2000 * MILLI;

  /** What is open is answered first, however small the windows and slow the disks. */
  private static final long GRACE = 4000 * MILLI;

  private final Schedule schedule = new Schedule();
  private final Map<Long, SimCluster.Answering> open = new HashMap<>();
  private final SplittableRandom clients;
  private final SplittableRandom faults;
  private final SimCluster cluster;
  private final RegisterLaw registers;
  private final SplittableRandom operators;
  private final SplittableRandom appends;
  private long requests;
  private long acknowledged;
  private final List<PatientClient> patients = new ArrayList<>();
  private int retired;
  private int changed;
  private boolean calm;

  /** A cluster of servers that nobody stops or changes on purpose. */
  Simulation(long seed, int size, List<Bug> bugs) {
    this(seed, Clocks.right(), names(size), bugs);
  }

  /**
   * Somebody hands over leadership, changes the membership and restarts servers in an orderly way,
   * the clocks drift, and in half of the clusters reads rest on leases.
   */
  static Simulation operated(long seed, int size, List<Bug> bugs) {
    Clocks clocks = Clocks.drifting(new SplittableRandom(seed * 31 + 7), names(size));
    Simulation simulation = new Simulation(seed, clocks, names(size), bugs);
    simulation.operate();
    simulation.appendOnce();
    for (int client = 0; client < PATIENT; client++) {
      PatientClient patient = new PatientClient("patient" + client);
      simulation.patients.add(patient);
      simulation.ask(patient, "n1");
    }
    return simulation;
  }

  /** Appends without a session, each time once: what is executed again is there twice. */
  private void appendOnce() {
    schedule.after((10 + appends.nextInt(20)) * MILLI, this::appendOnce);
    long id = ++requests;
    open.put(id, (from, response) -> {});
    List<String> names = cluster.names();
    String node = cluster.leader().orElse(names.get(appends.nextInt(names.size())));
    cluster.ask(node, id, new ClientRequest.Execute(id, new Command.Append("once", id + ";")));
  }

  private void ask(PatientClient patient, String node) {
    long id = ++requests;
    open.put(id, (from, response) -> answered(patient, from, response));
    cluster.ask(node, id, patient.next(id));
    schedule.after(
        PATIENCE / 4,
        () -> {
          if (open.remove(id) != null) {
            ask(patient, somebody());
          }
        });
  }

  private void answered(PatientClient patient, String from, ClientResponse response) {
    boolean done = patient.answered(response);
    patient.judge(registers.expected());
    String hint = response instanceof ClientResponse.NotLeader no ? no.leader() : null;
    String next = done ? from : hint == null ? somebody() : hint;
    schedule.after((1 + operators.nextInt(30)) * MILLI, () -> ask(patient, next));
  }

  private String somebody() {
    return cluster.names().get(operators.nextInt(cluster.names().size()));
  }

  private static List<String> names(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
  }

  private Simulation(long seed, Clocks clocks, List<String> names, List<Bug> bugs) {
    SplittableRandom random = new SplittableRandom(seed);
    clients = random.split();
    faults = random.split();
    operators = new SplittableRandom(~seed);
    appends = new SplittableRandom(seed * 31 + 5);
    cluster = new SimCluster(names, clocks, bugs, random.split(), schedule, open);
    registers = new RegisterLaw(cluster.laws().committed());
    for (int client = 0; client < CLIENTS; client++) {
      ask("n1");
    }
    schedule.after(100 * MILLI, this::harm);
  }

  private void operate() {
    schedule.after((100 + operators.nextInt(900)) * MILLI, this::operate);
    if (calm) {
      return;
    }
    String any = cluster.names().get(operators.nextInt(cluster.names().size()));
    String node = cluster.leader().filter(leader -> operators.nextInt(4) > 0).orElse(any);
    int deed = operators.nextInt(4);
    if (deed == 0) {
      long id = ++requests;
      open.put(id, (from, response) -> {});
      String heir = operators.nextBoolean() ? any : null;
      cluster.ask(node, id, new ClientRequest.TransferLeadership(id, heir));
    } else if (deed < 3) {
      long id = ++requests;
      open.put(id, (from, response) -> changed(response));
      List<String> voters = some(any);
      List<String> learners = new ArrayList<>(cluster.names());
      learners.removeIf(name -> voters.contains(name) || operators.nextInt(3) > 0);
      cluster.ask(node, id, new ClientRequest.Reconfigure(id, voters, learners));
    } else if (cluster.node(node).up()) {
      cluster.retire(node);
      awaitRetired(node, cluster.lives(node), schedule.now() + GRACE);
    }
  }

  private List<String> some(String surely) {
    List<String> chosen = new ArrayList<>();
    for (String name : cluster.names()) {
      if (name.equals(surely) || operators.nextInt(3) > 0) {
        chosen.add(name);
      }
    }
    return chosen;
  }

  private void changed(ClientResponse response) {
    if (response instanceof ClientResponse.Ok) {
      changed++;
    }
  }

  /** How many membership changes were acknowledged. */
  int changed() {
    return changed;
  }

  private void awaitRetired(String node, long life, long deadline) {
    if (cluster.lives(node) != life) {
      return;
    }
    if (cluster.node(node).server().retired()) {
      stop(node, false);
      retired++;
    } else {
      require(schedule.now() < deadline, "an orderly stop ends: " + node + cluster.told());
      long next = cluster.paused(node) ? schedule.now() + GRACE : deadline;
      schedule.after(5 * MILLI, () -> awaitRetired(node, life, next));
    }
  }

  /** How many servers were stopped in an orderly way. */
  int retired() {
    return retired;
  }

  /** Runs for this many steps of servers. */
  void run(long steps) {
    long until = cluster.steps() + steps;
    while (cluster.steps() < until) {
      schedule.next();
    }
  }

  /** Repairs everything, and demands that the cluster serves again and agrees in the end. */
  void recover() {
    calm = true;
    cluster.heal();
    for (String name : cluster.names()) {
      cluster.resume(name);
      if (!cluster.node(name).up()) {
        cluster.start(name);
      }
    }
    long before = acknowledged;
    long until = schedule.now() + RECOVERY;
    while (schedule.now() < until) {
      schedule.next();
    }
    require(acknowledged > before, "a repaired cluster serves again: " + cluster.told());
    Map<String, String> expected = registers.expected();
    patients.forEach(patient -> patient.judge(expected));
    for (String name : cluster.names()) {
      boolean applied =
          cluster.node(name).sight().orElseThrow().applied() == cluster.laws().committed().size();
      boolean equal = cluster.node(name).server().registers().contents().equals(expected);
      require(!applied || equal, "equal logs, equal registers: " + name);
    }
  }

  long acknowledged() {
    return acknowledged;
  }

  int noted(String kind) {
    return cluster.noted(kind);
  }

  long digest() {
    return cluster.digest();
  }

  private static void require(boolean holds, String law) {
    if (!holds) {
      throw new BrokenLaw(law);
    }
  }

  private void ask(String node) {
    long id = ++requests;
    RegisterLaw.Asked asked = registers.asks(draw(id));
    open.put(id, (from, response) -> answered(asked, from, response));
    cluster.ask(node, id, asked.request());
    schedule.after(
        PATIENCE,
        () -> {
          if (open.remove(id) != null) {
            ask(anyNode());
          }
        });
  }

  private ClientRequest draw(long id) {
    String key = "k" + clients.nextInt(KEYS);
    return switch (clients.nextInt(4)) {
      case 0 -> new ClientRequest.Write(id, key, "v" + id);
      case 1 -> new ClientRequest.CompareAndSet(id, key, registers.expected().get(key), "v" + id);
      default -> new ClientRequest.Read(id, key);
    };
  }

  private void answered(RegisterLaw.Asked asked, String from, ClientResponse response) {
    registers.answered(asked, response);
    String next = from;
    if (response instanceof ClientResponse.NotLeader elsewhere) {
      next = elsewhere.leader() == null ? anyNode() : elsewhere.leader();
    } else if (response instanceof ClientResponse.Refused) {
      next = anyNode();
    } else {
      acknowledged++;
    }
    String node = clients.nextInt(8) == 0 ? anyNode() : next;
    schedule.after((1 + clients.nextInt(30)) * MILLI, () -> ask(node));
  }

  private String anyNode() {
    return cluster.names().get(clients.nextInt(cluster.names().size()));
  }

  private void harm() {
    schedule.after((50 + faults.nextInt(700)) * MILLI, this::harm);
    if (calm) {
      return;
    }
    String victim = victim();
    switch (faults.nextInt(9)) {
      case 0, 1 -> isolate(victim, true);
      case 2 -> isolate(victim, false);
      case 3 -> splitInTwo();
      case 4 -> stop(victim, true);
      case 5 -> stop(victim, false);
      case 6 -> {
        cluster.pause(victim);
        schedule.after((50 + faults.nextInt(600)) * MILLI, () -> cluster.resume(victim));
      }
      case 7 -> cluster.names().forEach(name -> stop(name, true));
      default -> cluster.heal();
    }
  }

  private String victim() {
    String any = cluster.names().get(faults.nextInt(cluster.names().size()));
    return faults.nextBoolean() ? cluster.leader().orElse(any) : any;
  }

  private void stop(String name, boolean power) {
    if (cluster.node(name).up()) {
      cluster.stop(name, power);
      schedule.after(
          (1 + faults.nextInt(600)) * MILLI,
          () -> {
            if (!cluster.node(name).up()) {
              cluster.start(name);
            }
          });
    }
  }

  private void isolate(String name, boolean bothWays) {
    cluster.heal();
    for (String other : cluster.names()) {
      if (!other.equals(name)) {
        cluster.cut(name, other);
        if (bothWays) {
          cluster.cut(other, name);
        }
      }
    }
  }

  private void splitInTwo() {
    cluster.heal();
    List<String> left = cluster.names().stream().filter(name -> faults.nextBoolean()).toList();
    for (String from : cluster.names()) {
      for (String to : cluster.names()) {
        if (left.contains(from) != left.contains(to)) {
          cluster.cut(from, to);
        }
      }
    }
  }
}
