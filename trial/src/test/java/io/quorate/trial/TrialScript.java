package io.quorate.trial;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Schedule;
import io.quorate.workload.Generator;
import io.quorate.workload.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a trial as a text tells it: a line in column 1 is an event at a time, the indented lines
 * below it are the commands the trial answered with.
 *
 * <pre>
 * plan nodes=3 workers=1 warm-up=1s main=5s recovery=1s timeout=500ms load=100ms schedule=NAME
 * 0ms tick
 * 40ms ok 0 @n1            worker 0's operation ends well
 * 50ms info 1 connection lost @n2
 * 60ms views n1=leader/3 n2=follower/3 n3=silent
 * 70ms landed f1 | unproven f1 | looked f1 HALF_WAY | healed f1 | failed f1 why
 * </pre>
 */
final class TrialScript {
  private final Map<String, Schedule> schedules;
  private final StringBuilder written = new StringBuilder();
  private final Map<Integer, Long> processes = new HashMap<>();
  private @Nullable Trial trial;

  TrialScript(Map<String, Schedule> schedules) {
    this.schedules = schedules;
  }

  /** Runs {@code text} and returns it with the reactions the trial really showed. */
  String run(String text) {
    for (String line : text.lines().toList()) {
      boolean comment = line.startsWith("#") || line.isBlank();
      if (comment) {
        written.append(line).append('\n');
      } else if (!line.startsWith(" ")) {
        written.append(line).append('\n');
        execute(line);
      }
    }
    return written.toString();
  }

  private void execute(String line) {
    List<String> words = Arrays.asList(line.trim().split("\\s+"));
    if (words.getFirst().equals("plan")) {
      trial = new Trial(plan(words.subList(1, words.size())));
      return;
    }
    if (words.getFirst().equals("executed")) {
      current().executed().steps().forEach(step -> print(step.toString()));
      return;
    }
    long now = nanos(words.getFirst());
    react(current().step(now, event(words.subList(1, words.size()))));
  }

  private Trial current() {
    if (trial == null) {
      throw new IllegalStateException("a script begins with a plan");
    }
    return trial;
  }

  private void react(List<Command> commands) {
    for (Command command : commands) {
      String shown = show(command);
      if (!shown.isEmpty()) {
        print(shown);
      }
    }
    print("phase " + current().phase());
  }

  private void print(String line) {
    written.append("    ").append(line).append('\n');
  }

  private TrialPlan plan(List<String> words) {
    Map<String, String> options = new HashMap<>();
    words.forEach(w -> options.put(w.split("=")[0], w.split("=")[1]));
    List<String> nodes = new ArrayList<>();
    for (int n = 1; n <= Integer.parseInt(options.getOrDefault("nodes", "3")); n++) {
      nodes.add("n" + n);
    }
    Generator load = new EveryFree(nanos(options.getOrDefault("load", "100ms")), 0, 1);
    return new TrialPlan(
        nodes,
        Integer.parseInt(options.getOrDefault("workers", "1")),
        load,
        keys -> new ReadOnce(0),
        Objects.requireNonNull(schedules.get(options.getOrDefault("schedule", "calm"))),
        duration(options.getOrDefault("warm-up", "1s")),
        duration(options.getOrDefault("main", "5s")),
        duration(options.getOrDefault("recovery", "1s")),
        duration(options.getOrDefault("timeout", "500ms")),
        7);
  }

  private Event event(List<String> w) {
    String last = w.getLast();
    String node = last.startsWith("@") ? last.substring(1) : "n1";
    int end = last.startsWith("@") ? w.size() - 1 : w.size();
    String rest = String.join(" ", w.subList(Math.min(2, end), end));
    return switch (w.getFirst()) {
      case "tick" -> new Event.Tick();
      case "ok" -> completed(w.get(1), new Completion.Ok(Value.NIL), node);
      case "fail" -> completed(w.get(1), new Completion.Fail(rest), node);
      case "info" -> completed(w.get(1), new Completion.Info(rest), node);
      case "late" ->
          new Event.Completed(
              Integer.parseInt(w.get(1)),
              Long.parseLong(w.get(2)),
              new Completion.Ok(Value.NIL),
              node);
      case "views" -> new Event.Observed(w.stream().skip(1).map(TrialScript::view).toList());
      case "landed" -> new Event.Landed(w.get(1), seen(Moment.AFTER_CUT, true));
      case "unproven" -> new Event.Landed(w.get(1), seen(Moment.AFTER_CUT, false));
      case "looked" -> new Event.Looked(w.get(1), seen(Moment.valueOf(w.get(2)), true));
      case "healed" -> new Event.Healed(w.get(1), seen(Moment.AFTER_HEAL, true));
      case "failed" -> new Event.Failed(w.get(1), rest);
      case "stalled" -> new Event.Stalled(nanos(w.get(1)), nanos(w.get(2)), "pause");
      case "alarm" -> new Event.Alarm(String.join(" ", w.subList(1, w.size())));
      default -> throw new IllegalArgumentException("no such event: " + w);
    };
  }

  private Event completed(String worker, Completion completion, String node) {
    int slot = Integer.parseInt(worker);
    return new Event.Completed(slot, processes.getOrDefault(slot, -1L), completion, node);
  }

  private static Evidence seen(Moment moment, boolean proven) {
    return new Evidence(moment, proven, proven ? "seen" : "not seen", List.of());
  }

  private static NodeView view(String word) {
    String[] parts = word.split("[=/]");
    if (parts[1].equals("silent")) {
      return NodeView.silent(parts[0], 0);
    }
    NodeView.Role role = NodeView.Role.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new NodeView(parts[0], true, role, Long.parseLong(parts[2]), 0, 0, 0);
  }

  private String show(Command command) {
    return switch (command) {
      case Command.Record r -> "record " + show(r.entry());
      case Command.Invoke i -> {
        processes.put(i.worker(), i.process());
        String pin = i.pinnedTo() == null ? "" : " only " + i.pinnedTo();
        yield "invoke worker " + i.worker() + " process " + i.process() + pin;
      }
      case Command.Abandon a -> "abandon worker " + a.worker() + " process " + a.process();
      case Command.Inject i -> "inject " + i.id() + " " + i.fault().describe();
      case Command.Look l -> "look " + l.id() + " " + l.moment();
      case Command.Heal h -> "heal " + h.id();
      case Command.Observe o -> "observe";
      case Command.WakeAt w -> "wake " + time(w.nanos());
      case Command.Stop s -> "stop: " + s.reason();
    };
  }

  private static String show(Entry entry) {
    return switch (entry) {
      case Entry.Invoked i ->
          "p"
              + i.process()
              + " "
              + i.invocation().function()
              + " "
              + i.invocation().key()
              + " "
              + i.invocation().argument()
              + " due "
              + time(i.dueNanos());
      case Entry.Completed c -> "p" + c.process() + " " + c.completion() + " @" + c.node();
      case Entry.Disturbed d -> {
        String seen = d.evidence() == null ? "" : ": " + d.evidence().note();
        yield d.id() + " " + d.phase() + " " + d.fault() + seen + " at " + time(d.timeNanos());
      }
    };
  }

  private static String time(long nanos) {
    return nanos == Long.MAX_VALUE ? "never" : nanos / 1_000_000 + "ms";
  }

  private static Duration duration(String text) {
    return Duration.ofNanos(nanos(text));
  }

  private static long nanos(String text) {
    return text.endsWith("ms")
        ? Long.parseLong(text.substring(0, text.length() - 2)) * 1_000_000
        : Long.parseLong(text.substring(0, text.length() - 1)) * 1_000_000_000L;
  }

  /** Writes 1, 2, 3 ... to k0, one whenever the period has passed and somebody is free. */
  private record EveryFree(long periodNanos, long dueNanos, long value) implements Generator {
    @Override
    public Answer next(long now, Workers workers) {
      int worker = workers.free().nextSetBit(0);
      if (worker < 0) {
        return new Waiting(this);
      }
      Generator rest = new EveryFree(periodNanos, dueNanos + periodNanos, value + 1);
      Invocation write = new Invocation("write", "k0", Value.of(value));
      return new Emit(write, worker, dueNanos, rest);
    }
  }

  /** One read of k0 by each worker in turn. */
  private record ReadOnce(int done) implements Generator {
    @Override
    public Answer next(long now, Workers workers) {
      if (done == workers.count()) {
        return new Done(this);
      }
      Invocation read = new Invocation("read", "k0", Value.NIL);
      return workers.isFree(done)
          ? new Emit(read, done, now, new ReadOnce(done + 1))
          : new Waiting(this);
    }
  }
}
