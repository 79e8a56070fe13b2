package io.quorate.cli.campaign;

import io.quorate.results.campaign.TrialRecord;
import io.quorate.runner.campaign.CampaignRun;
import java.io.PrintWriter;
import java.util.Locale;

/** Says on standard error how a campaign comes along, and how long it may take yet. */
final class CampaignProgress implements CampaignRun.Watcher {
  private static final String PROPERTY = "quorate.terminal";
  private static final String OVERWRITE = "\r\u001b[K";
  private static final long TERMINAL_EVERY_NANOS = 250_000_000L;
  private static final long PLAIN_EVERY_NANOS = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean(PROPERTY);
  private final long beganNanos = System.nanoTime();
  private long saidNanos = beganNanos;
  private int first = -1;
  private int found;
  private int inconclusive;
  private boolean lineOpen;

  CampaignProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void ended(int done, int all, TrialRecord trial) {
    first = first < 0 ? done - 1 : first;
    switch (trial.result()) {
      case FOUND -> found++;
      case INCONCLUSIVE -> inconclusive++;
      case CLEAN -> {}
    }
    long now = System.nanoTime();
    if (now - saidNanos >= (terminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS)) {
      saidNanos = now;
      say(words(done, all, (now - beganNanos) / 1e9));
    }
  }

  private String words(int done, int all, double seconds) {
    double perSecond = (done - first) / Math.max(seconds, 1e-3);
    return String.format(
        Locale.ROOT,
        "%,d of %,d trials  %,d red  %,d inconclusive  %.0f a second  %s left",
        done,
        all,
        found,
        inconclusive,
        perSecond,
        left((all - done) / Math.max(perSecond, 1e-3)));
  }

  private static String left(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  private void say(String words) {
    if (terminal) {
      err.print(OVERWRITE + words);
      lineOpen = true;
    } else {
      err.println(words);
    }
    err.flush();
  }

  /** Ends the line that is being written over. */
  synchronized void finish() {
    if (lineOpen) {
      err.println();
      err.flush();
      lineOpen = false;
    }
  }
}
