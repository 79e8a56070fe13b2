package io.quorate.cluster.fault;

import io.quorate.cluster.ToTheEnd;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.process.ProcessIdentity;
import io.quorate.cluster.process.ProcessState;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.nemesis.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Kills and pauses, proved by the identity and state of processes. Made for one thread at a time.
 *
 * <p>Killed is a process that is gone; started again is another process that is there; paused is
 * the same process in state T; continued is the same process in another state.
 */
final class ProcessFaults {
  private final Map<String, Daemon> daemons;
  private final Restarter restarter;
  private final Strikes kills = new Strikes();
  private final Strikes pauses = new Strikes();
  private final Map<String, Map<String, ProcessIdentity>> victims = new HashMap<>();

  ProcessFaults(Map<String, Daemon> daemons, Restarter restarter) {
    this.daemons = new TreeMap<>(daemons);
    this.restarter = restarter;
  }

  void kill(String id, Fault.Kill fault) {
    rememberVictims(id, fault.nodes());
    kills.add(id, fault.nodes());
    each(fault.nodes(), node -> daemon(node).kill());
  }

  void pause(String id, Fault.Pause fault) {
    rememberVictims(id, fault.nodes());
    pauses.add(id, fault.nodes());
    each(fault.nodes(), node -> daemon(node).pause());
  }

  void lift(String id, Fault.Kill fault) {
    each(kills.remove(id, fault.nodes()), this::startIfGone);
  }

  void lift(String id, Fault.Pause fault) {
    each(pauses.remove(id, fault.nodes()), node -> daemon(node).resume());
  }

  void liftAll() {
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> each(pauses.clear(), node -> daemon(node).resume()));
    steps.add(() -> each(kills.clear(), this::startIfGone));
    ToTheEnd.run(steps);
  }

  Evidence lookAtKill(String id, Fault.Kill fault, Moment moment) {
    return look(beside(id, kills), fault.nodes(), moment, node -> killed(id, node, moment));
  }

  Evidence lookAtPause(String id, Fault.Pause fault, Moment moment) {
    return look(beside(id, pauses), fault.nodes(), moment, node -> paused(id, node, moment));
  }

  /** What was found on one node. */
  private record Finding(boolean proven, String words) {}

  private interface Look {
    Finding at(String node);
  }

  private static Predicate<String> beside(String id, Strikes strikes) {
    return node -> strikes.holdsBeside(id, node);
  }

  /** What another fault still holds down cannot show that this one is gone. */
  private static Evidence look(
      Predicate<String> heldByOthers, List<String> nodes, Moment moment, Look look) {
    List<String> words = new ArrayList<>();
    boolean proven = moment != Moment.AFTER_HEAL || !nodes.stream().allMatch(heldByOthers);
    for (String node : nodes) {
      if (moment == Moment.AFTER_HEAL && heldByOthers.test(node)) {
        words.add(node + " is still held by another fault");
      } else {
        Finding finding = look.at(node);
        proven &= finding.proven();
        words.add(node + " " + finding.words());
      }
    }
    return new Evidence(moment, proven, String.join("; ", words), List.of());
  }

  private Finding killed(String id, String node, Moment moment) {
    ProcessState now = daemon(node).look();
    Optional<ProcessIdentity> process = daemon(node).identity();
    boolean same = process.isPresent() && process.get().equals(victims(id).get(node));
    String words = process.map(ProcessIdentity::toString).orElse("was never started");
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL ->
          new Finding(now == ProcessState.GONE, words + " is " + now);
      case BEFORE_CUT -> new Finding(now != ProcessState.GONE, words + " is " + now);
      case AFTER_HEAL ->
          new Finding(
              now != ProcessState.GONE && !same,
              words
                  + " is "
                  + now
                  + (same ? ", the one that was to be killed" : ", a new process"));
    };
  }

  private Finding paused(String id, String node, Moment moment) {
    ProcessState now = daemon(node).look();
    Optional<ProcessIdentity> process = daemon(node).identity();
    ProcessIdentity victim = victims(id).get(node);
    boolean same = victim == null || process.filter(victim::equals).isPresent();
    String words =
        process.map(ProcessIdentity::toString).orElse("was never started") + " is " + now;
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL ->
          new Finding(now == ProcessState.STOPPED && same, words);
      case BEFORE_CUT -> new Finding(now == ProcessState.ALIVE, words);
      case AFTER_HEAL -> new Finding(now != ProcessState.STOPPED, words);
    };
  }

  private Map<String, ProcessIdentity> victims(String id) {
    return victims.getOrDefault(id, Map.of());
  }

  private void rememberVictims(String id, List<String> nodes) {
    Map<String, ProcessIdentity> struck = new TreeMap<>();
    for (String node : nodes) {
      daemon(node).identity().ifPresent(process -> struck.put(node, process));
    }
    victims.put(id, struck);
  }

  private void startIfGone(String node) {
    if (daemon(node).look() == ProcessState.GONE) {
      restarter.start(node);
    }
  }

  private static void each(List<String> nodes, Consumer<String> work) {
    ToTheEnd.run(nodes.stream().<Runnable>map(node -> () -> work.accept(node)).toList());
  }

  private Daemon daemon(String node) {
    Daemon daemon = daemons.get(node);
    if (daemon == null) {
      throw new IllegalArgumentException("no node " + node + "; there are " + daemons.keySet());
    }
    return daemon;
  }
}
