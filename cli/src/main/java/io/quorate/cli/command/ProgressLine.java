package io.quorate.cli.command;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.runner.live.Progress;
import io.quorate.trial.Phase;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says on standard error how a run comes along: one line that is written over on a terminal, a line
 * every ten seconds and one for each fault otherwise.
 */
final class ProgressLine implements Progress {
  private static final long TERMINAL_EVERY_NANOS = 250_000_000L;
  private static final long PLAIN_EVERY_NANOS = 10_000_000_000L;
  private static final String PROPERTY = "quorate.terminal";
  private static final String OVERWRITE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final Map<String, String> inForce = new TreeMap<>();
  private Phase phase = Phase.WARM_UP;
  private long ok;
  private long failed;
  private long doubtful;
  private long saidNanos;
  private boolean lineOpen;

  ProgressLine(PrintWriter err) {
    this.err = err;
    terminal = Boolean.getBoolean(PROPERTY);
  }

  @Override
  public synchronized void step(String words) {
    say(words);
  }

  @Override
  public synchronized void phase(Phase entered) {
    phase = entered;
  }

  @Override
  public synchronized void recorded(Entry entry) {
    switch (entry) {
      case Entry.Invoked i -> {}
      case Entry.Completed c -> count(c.completion());
      case Entry.Disturbed d -> disturbed(d);
    }
    long every = terminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS;
    if (entry.timeNanos() - saidNanos >= every) {
      saidNanos = entry.timeNanos();
      update(entry.timeNanos());
    }
  }

  /** Ends the line that is being written over. */
  synchronized void finish() {
    if (lineOpen) {
      err.println();
      err.flush();
      lineOpen = false;
    }
  }

  private void count(Completion completion) {
    switch (completion) {
      case Completion.Ok o -> ok++;
      case Completion.Fail f -> failed++;
      case Completion.Info i -> doubtful++;
    }
  }

  private void disturbed(Entry.Disturbed d) {
    String at = seconds(d.timeNanos());
    switch (d.phase()) {
      case CONFIRMED -> {
        inForce.put(d.id(), d.fault());
        say(at + "  " + d.fault() + (d.links().isEmpty() && d.nodes().isEmpty() ? "" : ": landed"));
      }
      case CONFIRMED_LIFTED -> {
        inForce.remove(d.id());
        say(at + "  " + d.fault() + ": lifted");
      }
      case NOT_TAKEN, FAILED -> say(at + "  " + d.fault() + ": " + d.phase() + note(d));
      case PLANNED, COMMANDED, OBSERVED, LIFTED -> {}
    }
  }

  private static String note(Entry.Disturbed d) {
    return d.evidence() == null ? "" : ", " + d.evidence().note();
  }

  private void update(long nanos) {
    String words =
        "%s  %s  %d ok  %d failed  %d unknown  %s"
            .formatted(
                seconds(nanos),
                phase.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                ok,
                failed,
                doubtful,
                String.join(", ", inForce.values()));
    if (terminal) {
      err.print(OVERWRITE + words);
      err.flush();
      lineOpen = true;
    } else {
      say(words);
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%6.1f s", nanos / 1e9);
  }

  private void say(String words) {
    err.println((lineOpen ? OVERWRITE : "") + words);
    err.flush();
    lineOpen = false;
  }
}
