package io.quorate.runner.doctor;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.cluster.hosts.JavaOnHost;
import io.quorate.cluster.hosts.SafetyCatch;
import io.quorate.cluster.ssh.SshRemote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at one host of a hosts file, over SSH as a run would. */
public final class HostDoctor {
  private static final long LEAST_KIB = 1L << 20;
  private static final double KIB_A_GIB = 1L << 20;
  private static final long WIDEST_OFFSET_MILLIS = 2_000;
  private static final String FREE =
      """
      d=$1
      while [ ! -d "$d" ]; do d=$(dirname "$d"); done
      df -Pk "$d" | awk 'NR == 2 { print $4 }'
      """;

  private final HostSpec host;
  private final Remote remote;

  private HostDoctor(HostSpec host, Remote remote) {
    this.host = host;
    this.remote = remote;
  }

  /** Looks at everything a run needs of {@code host}. */
  public static List<Check> examine(HostSpec host) {
    Check login;
    try (Remote remote = SshRemote.connect(host.target())) {
      List<Check> checks = new ArrayList<>();
      checks.add(
          Check.ok(host.name(), "login", host.user() + "@" + host.ssh() + ", host key fits"));
      checks.addAll(new HostDoctor(host, remote).examine());
      return checks;
    } catch (RemoteException e) {
      login =
          Check.missing(
              host.name(),
              "login",
              oneLine(e),
              "check its address, user, key and host key in the hosts file");
    }
    return List.of(login);
  }

  /**
   * Marks {@code host} as one that may be broken.
   *
   * @throws RemoteException if it cannot be reached
   */
  public static void mark(HostSpec host) {
    try (Remote remote = SshRemote.connect(host.target())) {
      SafetyCatch.mark(remote);
    }
  }

  private List<Check> examine() {
    List<Check> checks = new ArrayList<>();
    checks.add(marker());
    checks.add(java());
    checks.add(disk());
    if (host.sudo()) {
      checks.add(sudo());
    }
    checks.add(clock());
    return checks;
  }

  private Check marker() {
    return SafetyCatch.isMarked(remote)
        ? Check.ok(host.name(), "marker", "~/" + SafetyCatch.MARKER)
        : Check.missing(
            host.name(),
            "marker",
            "no ~/" + SafetyCatch.MARKER + ", so it may not be meant for tests",
            "if it is, run ./quorate doctor --mark --on with this hosts file");
  }

  private Check java() {
    return host.javaHome()
        .map(this::givenJava)
        .or(() -> JavaOnHost.find(remote).map(home -> Check.ok(host.name(), "java", home)))
        .orElseGet(() ->
            Check.ok(
                host.name(), "java", "none from " + JavaOnHost.OLDEST + " on: one is shipped"));
  }

  private Check givenJava(String home) {
    return remote.exec(home + "/bin/java", "-version").ok()
        ? Check.ok(host.name(), "java", home)
        : Check.missing(host.name(), "java", "none at " + home, "correct or leave out java-home");
  }

  private Check disk() {
    CommandResult result = remote.run(Command.script(FREE, host.workDir()));
    String text = result.stdout().strip();
    if (!result.ok() || !text.matches("[0-9]{1,18}")) {
      return Check.wanting(host.name(), "disk", "df does not say", "look at it by hand");
    }
    long free = Long.parseLong(text);
    String found =
        String.format(Locale.ROOT, "%.1f GiB free at %s", free / KIB_A_GIB, host.workDir());
    return free >= LEAST_KIB
        ? Check.ok(host.name(), "disk", found)
        : Check.wanting(host.name(), "disk", found, "free at least 1 GiB");
  }

  /** Root needs none, and nothing this version does to a host needs root. */
  private Check sudo() {
    return remote.run(Command.script("[ \"$(id -u)\" = 0 ] || sudo -n true")).ok()
        ? Check.ok(host.name(), "sudo", "root, or root without a password")
        : Check.wanting(
            host.name(),
            "sudo",
            host.user() + " cannot become root without a password",
            "allow it (sudo with NOPASSWD), or say sudo: false");
  }

  /** The offset that is left when the way there and back is taken for equally long. */
  private Check clock() {
    long before = System.currentTimeMillis();
    CommandResult result = remote.exec("date", "+%s");
    long after = System.currentTimeMillis();
    String text = result.stdout().strip();
    if (!result.ok() || !text.matches("[0-9]{1,12}")) {
      return Check.wanting(host.name(), "clock", "date does not say", "look at it by hand");
    }
    long offset = Long.parseLong(text) * 1000 + 500 - (before + after) / 2;
    String found = String.format(Locale.ROOT, "%+.1f s from this machine's", offset / 1e3);
    return Math.abs(offset) <= WIDEST_OFFSET_MILLIS + (after - before) / 2
        ? Check.ok(host.name(), "clock", found)
        : Check.wanting(
            host.name(), "clock", found, "set it, or its logs will be hard to read beside ours");
  }

  private static String oneLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
