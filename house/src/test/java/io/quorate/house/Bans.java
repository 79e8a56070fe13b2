package io.quorate.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may not be used where: purity, determinism, and libraries in their own rooms only. */
final class Bans {
  /** Time and randomness come in as parameters here; nothing is read, sent or started. */
  private static final List<String> PURE =
      List.of(
          "io.quorate.raft",
          "io.quorate.trial",
          "io.quorate.workload",
          "io.quorate.nemesis",
          "io.quorate.checker",
          "io.quorate.simulation");

  /** The rooms among them that are there to touch the world. */
  private static final List<String> REAL = List.of("io.quorate.raft.shell");

  /** Clocks, and calls that start a thread of their own. */
  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.concurrent.CompletableFuture.runAsync",
          "java.util.concurrent.CompletableFuture.supplyAsync");

  private static final Set<String> NEVER_CALLED =
      Set.of(
          "java.lang.Math.random",
          "java.lang.System.identityHashCode",
          "java.util.Collection.parallelStream",
          "java.util.List.parallelStream",
          "java.util.Set.parallelStream",
          "java.util.stream.BaseStream.parallel",
          "java.util.stream.Stream.parallel",
          "java.util.stream.IntStream.parallel",
          "java.util.stream.LongStream.parallel",
          "java.nio.charset.Charset.defaultCharset",
          "java.util.Locale.getDefault");

  /** Random numbers whose seed nobody chose. */
  private static final Set<String> SEEDLESS =
      Set.of(
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.UUID.randomUUID");

  /** Threads, sockets, files and processes, by the types that make them. */
  private static final Set<String> OUTSIDE_WORLD =
      Set.of(
          "java.lang.Thread",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.util.Timer",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile");

  /** A library's root package, then the only packages that may know it. */
  private static final Map<String, String[]> ROOMS = new TreeMap<>();

  static {
    ROOMS.put("org.jfree.", rooms("io.quorate.results.chart.."));
    ROOMS.put("com.jcraft.jsch", rooms("io.quorate.cluster.ssh.."));
    ROOMS.put("org.apache.sshd.", rooms("io.quorate.cluster.local.."));
    ROOMS.put("org.snakeyaml.", rooms("io.quorate.nemesis..", "io.quorate.runner.."));
    ROOMS.put(
        "com.fasterxml.jackson.", rooms("io.quorate.results..", "io.quorate.runner.doctor.."));
    ROOMS.put("org.HdrHistogram", rooms("io.quorate.results..", "io.quorate.runner.doctor.."));
    ROOMS.put("org.hipparchus.", rooms("io.quorate.results.stat.."));
    ROOMS.put("picocli.", rooms("io.quorate.cli.."));
    ROOMS.put("ch.qos.logback.", rooms("io.quorate.cli.."));
    ROOMS.put("clojure.", rooms("io.quorate.jepsen.."));
    ROOMS.put("org.junit.", rooms("io.quorate.junit.."));
    ROOMS.put("org.assertj.", rooms());
  }

  private Bans() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("pure-rooms", Bans::pureRooms),
        new Rule("determinism", Bans::determinism),
        new Rule("seeds-are-chosen", Bans::seeds),
        new Rule("libraries-in-their-rooms", Bans::libraries),
        new Rule("standard-streams-in-cli-only", Bans::standardStreams));
  }

  /** Whether the package called {@code name} must be pure and deterministic. */
  static boolean isPure(String name) {
    return PURE.stream().anyMatch(root -> within(root, name))
        && REAL.stream().noneMatch(root -> within(root, name));
  }

  private static boolean within(String root, String name) {
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static List<Breach> pureRooms(House house) {
    Predicate<JavaClass> pure = type -> isPure(type.getPackageName());
    Stream<Breach> types =
        dependencies(house, pure)
            .filter(dependency -> outside(dependency.getTargetClass().getBaseComponentType()))
            .map(Bans::breach);
    return sorted(Stream.concat(types, calls(house, pure, IMPURE_CALLS)));
  }

  private static boolean outside(JavaClass type) {
    return OUTSIDE_WORLD.contains(type.getName())
        || type.getPackageName().startsWith("java.net")
        || type.getPackageName().startsWith("java.nio.channels")
        || type.getPackageName().startsWith("java.nio.file");
  }

  private static List<Breach> determinism(House house) {
    return sorted(calls(house, type -> true, NEVER_CALLED));
  }

  private static List<Breach> seeds(House house) {
    Predicate<JavaClass> pure = type -> isPure(type.getPackageName());
    Stream<Breach> unseeded =
        accesses(house, pure)
            .filter(access -> access.getName().equals("<init>"))
            .filter(access -> access.getTargetOwner().getName().equals("java.util.Random"))
            .filter(access -> access.getTarget().getFullName().endsWith("<init>()"))
            .map(access -> new Breach(access.getOriginOwner().getName(), access.getDescription()));
    return sorted(Stream.concat(unseeded, calls(house, pure, SEEDLESS)));
  }

  private static List<Breach> libraries(House house) {
    return sorted(
        ROOMS.entrySet().stream()
            .flatMap(room ->
                dependencies(house, resideOutsideOfPackages(room.getValue()))
                    .filter(use -> use.getTargetClass().getName().startsWith(room.getKey()))
                    .map(Bans::breach)));
  }

  private static List<Breach> standardStreams(House house) {
    DescribedPredicate<JavaClass> talks =
        resideInAnyPackage("io.quorate.cli..")
            .or(
                DescribedPredicate.describe(
                    "the server's main class",
                    type ->
                        type.getSimpleName().equals("Main")
                            && type.getPackageName().startsWith("io.quorate.raft")));
    return sorted(
        accesses(house, talks.negate())
            .filter(access ->
                (access.getTargetOwner().getName().equals("java.lang.System")
                        && Set.of("out", "err").contains(access.getName()))
                    || access.getTarget().getFullName().endsWith(".printStackTrace()"))
            .map(access -> new Breach(access.getOriginOwner().getName(), access.getDescription())));
  }

  private static String[] rooms(String... packages) {
    return packages;
  }

  private static Stream<Breach> calls(
      House house, Predicate<? super JavaClass> where, Set<String> banned) {
    return accesses(house, where)
        .filter(
            access -> banned.contains(access.getTargetOwner().getName() + "." + access.getName()))
        .map(access -> new Breach(access.getOriginOwner().getName(), access.getDescription()));
  }

  private static Stream<JavaAccess<?>> accesses(House house, Predicate<? super JavaClass> where) {
    return house.classes().stream()
        .filter(where)
        .flatMap(type ->
            Stream.concat(
                type.getAccessesFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
        .distinct();
  }

  private static Stream<Dependency> dependencies(House house, Predicate<? super JavaClass> where) {
    return house.classes().stream()
        .filter(where)
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  private static Breach breach(Dependency use) {
    return new Breach(use.getOriginClass().getName(), use.getDescription());
  }

  private static List<Breach> sorted(Stream<Breach> breaches) {
    return breaches.distinct().sorted(Comparator.comparing(Breach::toString)).toList();
  }
}
