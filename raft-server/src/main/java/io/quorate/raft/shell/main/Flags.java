package io.quorate.raft.shell.main;

import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.Settings;
import io.quorate.raft.shell.StorageMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the command line, and a file of {@code key=value} lines named by {@code --config}; the
 * command line wins. Keys are the flags without their dashes.
 */
final class Flags {
  static final String USAGE =
      """
      java -jar raft-server.jar --id n1 --listen 127.0.0.1:4001 --data DIR
          --peers n2=127.0.0.1:4002,n3=127.0.0.1:4003
        --config FILE             key=value lines with the keys of these flags; # begins a comment
        --id NAME                 this server's name
        --cluster NAME            refuse connections that mean another cluster (quorate)
        --listen HOST:PORT,..     for clients and peers; port 0 lets the system choose
        --peers NAME=HOST:PORT,.. the other servers, each where THIS one reaches it
        --voters NAME,..          who votes in a new cluster (all of them)
        --join                    wait to be made a member; vote nowhere before
        --started-before          it served before: refuse an empty data directory
        --secret FILE             whoever does not know its content is refused (no secret)
        --tls-cert FILE           PEM, this server's certificate: TLS everywhere (no TLS)
        --tls-key FILE            PEM, its key in PKCS#8 without a password
        --tls-ca FILE             PEM, whose certificates servers and clients must show
        --data DIR                everything that must survive a restart
        --storage lossy[:20ms]    for tests: un-synced bytes end with the process (usual)
        --trace FILE|off          white-box trace (DIR/trace.jsonl)
        --trace-limit BYTES       where the trace ends (268435456)
        --admin HOST:PORT         GET /metrics, /status and /healthz over HTTP (no such port)
        --election-timeout 300ms  least time without a leader before an election
        --election-spread 100ms   how much longer it may be (a third of it)
        --heartbeat 60ms          time between two signs of life of a leader
        --pre-vote on|off         ask whether it would be elected before it stands (on)
        --lease on|off            answer reads on a leader lease: all servers or none (off)
        --seed NUMBER             of the random election timeouts
        --bug ID_OR_NAME,..       run with seeded bugs; needs --allow-bugs
        --allow-bugs              permit seeded bugs: such a server breaks its promises
        --list-bugs               print the seeded bugs and exit
      """;

  static final List<String> KEYS =
      List.of(
          "id",
          "cluster",
          "listen",
          "peers",
          "voters",
          "join",
          "started-before",
          "secret",
          "tls-cert",
          "tls-key",
          "tls-ca",
          "storage",
          "data",
          "trace",
          "trace-limit",
          "admin",
          "election-timeout",
          "election-spread",
          "heartbeat",
          "pre-vote",
          "lease",
          "seed",
          "bug",
          "allow-bugs",
          "config");

  /** Flags without a value. */
  private static final List<String> SWITCHES = List.of("allow-bugs", "join", "started-before");

  private static final int MOST_LISTENERS = 8;
  private static final long TRACE_LIMIT_BYTES = 256L << 20;

  private final SortedMap<String, String> values = new TreeMap<>();

  private Flags() {}

  /**
   * Returns the settings told by {@code arguments}.
   *
   * @param freshSeed used when no seed is told
   * @throws UsageException with one sentence when they make no sense
   */
  static Settings read(List<String> arguments, long freshSeed) {
    Flags line = new Flags();
    line.readLine(arguments);
    Flags all = new Flags();
    String file = line.values.get("config");
    if (file != null) {
      all.readFile(Path.of(file));
    }
    all.values.putAll(line.values);
    return all.settings(freshSeed);
  }

  private void readLine(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        throw new UsageException("'" + argument + "' is no flag");
      }
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
      if (equals >= 0) {
        put("", key, argument.substring(equals + 1));
      } else if (SWITCHES.contains(key)) {
        put("", key, "true");
      } else if (i + 1 < arguments.size()) {
        put("", key, arguments.get(++i));
      } else {
        throw new UsageException("--" + key + " needs a value");
      }
    }
  }

  private void readFile(Path file) {
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
          throw new UsageException(
              file + " line " + number + ": '" + text + "' is not of the form key=value");
        }
        String key = text.substring(0, equals).strip();
        put(file + " line " + number + ": ", key, text.substring(equals + 1).strip());
      }
    } catch (IOException e) {
      throw new UsageException("the config file cannot be read: " + e);
    }
  }

  private void put(String where, String key, String value) {
    if (!KEYS.contains(key)) {
      throw new UsageException(
          where + "there is no flag --" + key + "; the nearest is --" + Nearest.to(key, KEYS));
    }
    values.put(key, value);
  }

  private Settings settings(long freshSeed) {
    Path data = Path.of(required("data"));
    String seed = values.get("seed");
    String id = name("id", required("id"));
    SortedMap<String, Endpoint> peers = peers(values.getOrDefault("peers", ""));
    Duration election = duration("election-timeout", "300ms");
    Settings settings =
        new Settings(
            id,
            name("cluster", values.getOrDefault("cluster", "quorate")),
            listeners(required("listen")),
            peers,
            voters(id, peers.keySet()),
            isSet("started-before"),
            SecretFile.read(values.get("secret")),
            TlsFiles.read(values.get("tls-cert"), values.get("tls-key"), values.get("tls-ca")),
            storage(),
            data,
            trace(data),
            number("trace-limit", values.get("trace-limit"), TRACE_LIMIT_BYTES),
            admin(),
            election,
            duration("election-spread", election.toMillis() / 3 + "ms"),
            duration("heartbeat", "60ms"),
            onOrOff("pre-vote", "on"),
            onOrOff("lease", "off"),
            number("seed", seed, freshSeed),
            list(values.getOrDefault("bug", "")),
            isSet("allow-bugs"));
    if (settings.heartbeat().multipliedBy(2).compareTo(settings.electionTimeout()) > 0) {
      throw new UsageException("the heartbeat must be at most half of the election timeout");
    }
    if (!settings.bugs().isEmpty() && !settings.allowBugs()) {
      throw new UsageException("--bug makes the server break its promises and needs --allow-bugs");
    }
    return settings;
  }

  private boolean isSet(String key) {
    return Boolean.parseBoolean(values.getOrDefault(key, "false"));
  }

  private List<String> voters(String id, Set<String> peers) {
    TreeSet<String> known = new TreeSet<>(peers);
    known.add(id);
    List<String> told = list(values.getOrDefault("voters", ""));
    if (isSet("join")) {
      if (!told.isEmpty()) {
        throw new UsageException("--join waits to be told who votes, so --voters makes no sense");
      }
      return List.of();
    }
    if (told.isEmpty()) {
      return List.copyOf(known);
    }
    if (!told.contains(id) || !known.containsAll(told) || told.size() != Set.copyOf(told).size()) {
      throw new UsageException(
          "--voters names " + id + " and others of " + known + ", each once; or use --join");
    }
    return told;
  }

  private StorageMode storage() {
    String told = values.getOrDefault("storage", "usual");
    int colon = told.indexOf(':');
    return switch (colon < 0 ? told : told.substring(0, colon)) {
      case "usual" -> new StorageMode.Usual();
      case "lossy" ->
          new StorageMode.Lossy(
              colon < 0 ? Duration.ZERO : duration("storage", told.substring(colon + 1), told));
      case String other ->
          throw new UsageException("--storage is usual or lossy[:20ms], not '" + other + "'");
    };
  }

  private @Nullable Path trace(Path data) {
    String told = values.get("trace");
    if (told == null) {
      return data.resolve("trace.jsonl");
    }
    return told.equals("off") ? null : Path.of(told);
  }

  private String required(String key) {
    String value = values.get(key);
    if (value == null || value.isEmpty()) {
      throw new UsageException("--" + key + " is missing");
    }
    return value;
  }

  private static String name(String key, String value) {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new UsageException(
          "--" + key + " '" + value + "' must be 1 to 64 letters, digits, dots, _ or -");
    }
    return value;
  }

  private static Endpoint endpoint(String key, String text) {
    try {
      return Endpoint.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + key + ": " + e.getMessage());
    }
  }

  private @Nullable Endpoint admin() {
    String at = values.get("admin");
    return at == null ? null : endpoint("admin", at);
  }

  private static List<Endpoint> listeners(String text) {
    List<Endpoint> all = list(text).stream().map(at -> endpoint("listen", at)).toList();
    if (all.isEmpty() || all.size() > MOST_LISTENERS) {
      throw new UsageException("--listen names 1 to " + MOST_LISTENERS + " addresses");
    }
    return all;
  }

  private static SortedMap<String, Endpoint> peers(String text) {
    SortedMap<String, Endpoint> peers = new TreeMap<>();
    for (String peer : list(text)) {
      int equals = peer.indexOf('=');
      if (equals < 0) {
        throw new UsageException("--peers: '" + peer + "' is not of the form name=host:port");
      }
      String id = name("peers", peer.substring(0, equals));
      if (peers.put(id, endpoint("peers", peer.substring(equals + 1))) != null) {
        throw new UsageException("--peers names " + id + " twice");
      }
    }
    return peers;
  }

  private static List<String> list(String text) {
    List<String> items = new ArrayList<>(Arrays.asList(text.split(",", -1)));
    items.replaceAll(String::strip);
    items.removeIf(String::isEmpty);
    return items;
  }

  private Duration duration(String key, String otherwise) {
    String text = values.getOrDefault(key, otherwise);
    return duration(key, text, text);
  }

  private static Duration duration(String key, String text, String told) {
    if (!text.matches("[1-9]\\d{0,6}(ms|s)")) {
      throw new UsageException("--" + key + " '" + told + "' is no time of the form 300ms or 2s");
    }
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  private boolean onOrOff(String key, String otherwise) {
    return switch (values.getOrDefault(key, otherwise)) {
      case "on" -> true;
      case "off" -> false;
      case String other ->
          throw new UsageException("--" + key + " is on or off, not '" + other + "'");
    };
  }

  private static long number(String key, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("-?\\d{1,18}")) {
      throw new UsageException("--" + key + " '" + text + "' is no whole number");
    }
    return Long.parseLong(text);
  }
}
