package io.quorate.cluster.hosts;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandRunner;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a fitting Java on a host, by the file {@code release} that every JDK and image carries. */
public final class JavaOnHost {
  /** The oldest Java that can run what is deployed. */
  public static final int OLDEST = 21;

  private static final Pattern LINE = Pattern.compile("(\\d+)\\S* (/.*)");

  private static final String SEARCH =
      """
      home_of() {
        p=$(command -v java 2>/dev/null) || return 0
        p=$(readlink -f "$p" 2>/dev/null || echo "$p")
        dirname "$(dirname "$p")"
      }
      for d in "$JAVA_HOME" "$(home_of)" /usr/lib/jvm/* /opt/* \
          /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -x "$d/bin/java" ] && [ -r "$d/release" ] || continue
        v=$(sed -n 's/^JAVA_VERSION="\\(.*\\)"/\\1/p' "$d/release")
        echo "$v $d"
      done
      """;

  private JavaOnHost() {}

  /** Returns the home of the newest Java on {@code host} that fits. */
  public static Optional<String> find(CommandRunner host) {
    return host.run(Command.script(SEARCH))
        .stdout()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(found -> Integer.parseInt(found.group(1)) >= OLDEST)
        .max(Comparator.comparingInt(found -> Integer.parseInt(found.group(1))))
        .map(found -> found.group(2));
  }
}
