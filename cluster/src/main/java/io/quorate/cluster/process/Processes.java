package io.quorate.cluster.process;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at and signals processes of one host, each known by its identity.
 *
 * <p>Identity and signal go to the host as one script, so that between the look and the signal
 * there are microseconds, not a network.
 */
public final class Processes {
  /** How long a signal is given to show its effect. */
  public static final Duration EFFECT_LIMIT = Duration.ofSeconds(5);

  /**
   * Sets {@code state} and {@code start} of the process {@code $1}, {@code gone} and {@code -}
   * where it is none or dead. The name in the second field of {@code stat} may hold anything,
   * blanks and parentheses too, so fields are counted from the last parenthesis.
   */
  static final String LOOK =
      """
      set -f
      look() {
        state=gone; start=-
        if [ -r /proc/self/stat ]; then
          line=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
          set -- ${line##*') '}
          [ $# -ge 20 ] || return 0
          word=$1; shift 19; begun=$1
        else
          set -- $(LC_ALL=C TZ=UTC0 ps -o state= -o lstart= -p "$1" 2>/dev/null)
          [ $# -ge 6 ] || return 0
          word=$1; begun=$2-$3-$4-$5-$6
        fi
        case $word in
          Z*|X*) ;;
          T*|t*) state=stopped; start=$begun ;;
          *) state=alive; start=$begun ;;
        esac
      }
      """;

  private static final String SIGNAL =
      LOOK
          + """
          pid=$1; mine=$2; signal=$3; wanted=$4; left=$5
          ours() { look "$pid"; [ "$start" = "$mine" ] || state=gone; }
          ours
          [ "$state" = gone ] && { echo gone; exit 0; }
          kill -s "$signal" "$pid" || exit 1
          ours
          while [ "$state" != "$wanted" ] && [ "$state" != gone ] && [ "$left" -gt 0 ]; do
            sleep 0.02 2>/dev/null || sleep 1
            left=$((left-1)); ours
          done
          echo "$state"
          """;

  private static final int LOOKS_PER_SECOND = 50;

  private final CommandRunner host;

  /** Looks at and signals processes of {@code host}. */
  public Processes(CommandRunner host) {
    this.host = host;
  }

  /** What can be sent to a process. */
  public enum Signal {
    /** Asks it to end. */
    TERM(ProcessState.GONE),
    /** Ends it; it cannot refuse. */
    KILL(ProcessState.GONE),
    /** Stops it; it cannot refuse. */
    STOP(ProcessState.STOPPED),
    /** Lets it go on. */
    CONT(ProcessState.ALIVE);

    private final ProcessState effect;

    Signal(ProcessState effect) {
      this.effect = effect;
    }

    /** The state it brings about. */
    public ProcessState effect() {
      return effect;
    }
  }

  /** Returns the identity of the process that has {@code pid} now, if there is one. */
  public Optional<ProcessIdentity> identify(long pid) {
    String script = LOOK + "look \"$1\"; echo \"$1 $start\"";
    String said = host.run(Command.script(script, Long.toString(pid))).text();
    return said.endsWith(" -") ? Optional.empty() : ProcessIdentity.parse(said);
  }

  /** Returns what has become of {@code process}. */
  public ProcessState look(ProcessIdentity process) {
    String script = LOOK + "look \"$1\"; [ \"$start\" = \"$2\" ] || state=gone; echo \"$state\"";
    return state(host.run(Command.script(script, Long.toString(process.pid()), process.start())));
  }

  /**
   * Sends {@code signal} to {@code process}, if it is still there, and waits up to {@code limit}
   * for the effect.
   *
   * @return the state it was last seen in; the signal's effect, or gone, unless the limit passed
   */
  public ProcessState signal(ProcessIdentity process, Signal signal, Duration limit) {
    long looks = Math.max(1, limit.toMillis() * LOOKS_PER_SECOND / 1000);
    Command command =
        Command.script(
            SIGNAL,
            Long.toString(process.pid()),
            process.start(),
            signal.name(),
            signal.effect().name().toLowerCase(Locale.ROOT),
            Long.toString(looks));
    return state(host.run(command.within(Command.DEFAULT_TIMEOUT.plus(limit.multipliedBy(4)))));
  }

  private ProcessState state(CommandResult result) {
    String said = result.text();
    return switch (said) {
      case "alive" -> ProcessState.ALIVE;
      case "stopped" -> ProcessState.STOPPED;
      case "gone" -> ProcessState.GONE;
      default ->
          throw new RemoteException(
              host.node(), result.command(), "not the state of a process: " + said, null);
    };
  }
}
