package io.quorate.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is run on a host: words, never a line for a shell to take apart.
 *
 * @param argv the program and its arguments, each passed on exactly as it is
 * @param env variables added to the host's own
 * @param directory where it runs; the login directory when absent
 * @param stdin what it reads, as UTF-8
 * @param timeout how long its end is waited for
 */
public record Command(
    List<String> argv,
    SortedMap<String, String> env,
    Optional<String> directory,
    String stdin,
    Duration timeout) {
  /** How long a command may take unless it says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Refuses an empty command, malformed variable names and a timeout that is not positive. */
  public Command {
    argv = List.copyOf(argv);
    env = new TreeMap<>(env);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs at least one word");
    }
    for (String name : env.keySet()) {
      if (!VARIABLE.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a variable: " + name);
      }
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a timeout is positive, got " + timeout);
    }
  }

  /** Returns a command of these words. */
  public static Command of(String... argv) {
    return of(List.of(argv));
  }

  /** Returns a command of these words. */
  public static Command of(List<String> argv) {
    return new Command(argv, new TreeMap<>(), Optional.empty(), "", DEFAULT_TIMEOUT);
  }

  /** Returns {@code text} run by {@code sh}, with {@code arguments} as its {@code $1}, ... */
  public static Command script(String text, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("sh", "-c", text, "sh"));
    argv.addAll(List.of(arguments));
    return of(argv);
  }

  /** Returns this command with these variables added. */
  public Command withEnv(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(env);
    all.putAll(more);
    return new Command(argv, all, directory, stdin, timeout);
  }

  /** Returns this command run in {@code where}. */
  public Command in(String where) {
    return new Command(argv, env, Optional.of(where), stdin, timeout);
  }

  /** Returns this command reading {@code text}. */
  public Command withStdin(String text) {
    return new Command(argv, env, directory, text, timeout);
  }

  /** Returns this command waited for as long as {@code limit}. */
  public Command within(Duration limit) {
    return new Command(argv, env, directory, stdin, limit);
  }

  /** Returns one line for a POSIX shell that runs this command and nothing else. */
  public String shellLine() {
    StringBuilder line = new StringBuilder();
    directory.ifPresent(where -> line.append("cd ").append(Shell.quote(where)).append(" && "));
    line.append("exec ");
    if (!env.isEmpty()) {
      line.append("env ");
      env.forEach((name, value) -> line.append(Shell.quote(name + "=" + value)).append(' '));
    }
    return line.append(Shell.quoteAll(argv)).toString();
  }

  @Override
  public SortedMap<String, String> env() {
    return new TreeMap<>(env);
  }
}
