package io.quorate.cluster.process;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts a process that outlives the channel it was started over.
 *
 * <p>The process writes its own pid and start time to the pid file before it becomes the program:
 * whoever finds the program running finds its identity on file, even if the toolkit died between
 * the two. It is its own session where the host has {@code setsid}, and ignores hang-up and Ctrl-C
 * everywhere, as a background process of a shell does.
 */
final class Launch {
  private static final String INNER =
      Processes.LOOK
          + """
          look $$; file=$1; shift
          echo "$$ $start" >"$file.new" && mv -f "$file.new" "$file" && exec "$@"
          """;

  private static final String OUTER =
      Processes.LOOK
          + """
          log=$1; file=$2; inner=$3; shift 3
          mkdir -p "$(dirname "$log")" "$(dirname "$file")" || exit 1
          rm -f "$file" || exit 1
          apart=; command -v setsid >/dev/null 2>&1 && apart=setsid
          nohup $apart sh -c "$inner" sh "$file" "$@" </dev/null >>"$log" 2>&1 &
          pid=$!; left=250
          look "$pid"
          while [ "$state" != gone ] && [ ! -f "$file" ] && [ "$left" -gt 0 ]; do
            sleep 0.02 2>/dev/null || sleep 1
            left=$((left-1)); look "$pid"
          done
          echo "$pid $start"
          """;

  private Launch() {}

  static ProcessIdentity start(CommandRunner host, DaemonSpec spec) {
    String[] arguments =
        words(List.of(spec.logFile(), spec.pidFile(), INNER), spec.command().argv());
    Command given = spec.command();
    Command command =
        new Command(
            Command.script(OUTER, arguments).argv(),
            given.env(),
            given.directory(),
            "",
            Command.DEFAULT_TIMEOUT);
    String said = host.run(command).text();
    return ProcessIdentity.parse(said)
        .filter(identity -> !identity.start().equals("-"))
        .orElseThrow(() -> diedAtOnce(host, spec));
  }

  /** Returns the identity that the last start left on file. */
  static Optional<ProcessIdentity> onFile(CommandRunner host, String pidFile) {
    String script = "[ -f \"$1\" ] && cat \"$1\" || echo none";
    return ProcessIdentity.parse(host.run(Command.script(script, pidFile)).text());
  }

  static String logTail(CommandRunner host, DaemonSpec spec, int bytes) {
    String script = "[ -f \"$1\" ] && tail -c \"$2\" \"$1\" || echo no log";
    return host.run(Command.script(script, spec.logFile(), Integer.toString(bytes))).text();
  }

  private static RemoteException diedAtOnce(CommandRunner host, DaemonSpec spec) {
    String why = "it died at once; its log ends: " + logTail(host, spec, 500);
    return new RemoteException(host.node(), "start " + spec.name(), why, null);
  }

  private static String[] words(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toArray(String[]::new);
  }
}
