package io.quorate.results.sample;

import io.quorate.history.Entry;
import io.quorate.history.Entry.Phase;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One disturbance of a sample run, in milliseconds, and the lines it leaves in the history. */
public record FaultPlan(
    String id,
    String fault,
    long fromMs,
    long toMs,
    List<Link> links,
    List<String> nodes,
    boolean proven) {
  /** Cuts {@code nodes} with the clients beside them off from all others of {@code n} nodes. */
  public static FaultPlan isolate(String id, long fromMs, long toMs, int n, String... nodes) {
    List<String> away = List.of(nodes);
    List<Link> links = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      for (int j = 1; j <= n; j++) {
        if (away.contains("n" + i) && !away.contains("n" + j)) {
          links.add(new Link("n" + i, "n" + j));
          links.add(new Link("n" + j, "n" + i));
          links.add(new Link("c" + i, "n" + j));
          links.add(new Link("n" + j, "c" + i));
          links.add(new Link("c" + j, "n" + i));
          links.add(new Link("n" + i, "c" + j));
        }
      }
    }
    String words = String.join(" ", away);
    String text = "partition isolate " + words + " with " + words.replace('n', 'c');
    return new FaultPlan(id, text, fromMs, toMs, links, List.of(), true);
  }

  /** Kills, pauses: {@code kind} of {@code nodes}. */
  public static FaultPlan strike(String kind, String id, long fromMs, long toMs, String... nodes) {
    String text = kind + " " + String.join(" ", nodes);
    return new FaultPlan(id, text, fromMs, toMs, List.of(), List.of(nodes), true);
  }

  /** The toolkit stands still. */
  public static FaultPlan stall(String id, long fromMs, long toMs) {
    return new FaultPlan(id, "harness stall", fromMs, toMs, List.of(), List.of(), true);
  }

  /** The same with a look half-way that did not find it. */
  public FaultPlan lapsed() {
    return new FaultPlan(id, fault, fromMs, toMs, links, nodes, false);
  }

  boolean isStall() {
    return fault.equals("harness stall");
  }

  boolean cutsOff(String group) {
    return links.stream().anyMatch(l -> l.from().equals(group))
        && awayNodes().contains(group.replace('c', 'n'));
  }

  private List<String> awayNodes() {
    int with = fault.indexOf(" with ");
    return with < 0
        ? List.of()
        : List.of(fault.substring("partition isolate ".length(), with).split(" "));
  }

  List<Entry> entries() {
    if (isStall()) {
      return List.of(line(fromMs, Phase.COMMANDED, null), line(toMs, Phase.LIFTED, null));
    }
    return List.of(
        line(fromMs - 20, Phase.PLANNED, null),
        line(fromMs - 1, Phase.OBSERVED, look(Moment.BEFORE_CUT, true)),
        line(fromMs, Phase.COMMANDED, null),
        line(fromMs + 15, Phase.CONFIRMED, look(Moment.AFTER_CUT, true)),
        line((fromMs + toMs) / 2, Phase.OBSERVED, look(Moment.HALF_WAY, proven)),
        line(toMs - 10, Phase.OBSERVED, look(Moment.BEFORE_HEAL, true)),
        line(toMs, Phase.LIFTED, null),
        line(toMs + 30, Phase.CONFIRMED_LIFTED, look(Moment.AFTER_HEAL, true)));
  }

  private Entry line(long ms, Phase phase, @Nullable Evidence evidence) {
    return new Entry.Disturbed(ms * 1_000_000, id, fault, phase, links, nodes, evidence);
  }

  private Evidence look(Moment moment, boolean seen) {
    boolean arrives = moment == Moment.BEFORE_CUT || moment == Moment.AFTER_HEAL || !seen;
    List<Evidence.Probe> probes = links.stream().map(l -> new Evidence.Probe(l, arrives)).toList();
    String note =
        links.isEmpty()
            ? "process state of "
                + String.join(" ", nodes)
                + (seen ? " as demanded" : " not as demanded")
            : (arrives ? links.size() : 0) + " of " + links.size() + " nonces arrived";
    return new Evidence(moment, seen, note, probes);
  }
}
