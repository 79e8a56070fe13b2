package io.quorate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule is shown what it forbids, planted in a checkout of its own. */
class RulesCanFailTest {
  @TempDir Path root;

  @Test
  void anArrowThatGoesUpwardsIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("history", "package io.quorate.history;\nclass Up { io.quorate.checker.Law l; }")
            .with("checker", "package io.quorate.checker;\npublic class Law {}")
            .house();

    assertThat(found("floors", house)).containsExactly("io.quorate.history.Up");
  }

  @Test
  void anArrowToAFloorBeyondTheWrittenOnesIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("results", "package io.quorate.results;\nclass Sly { io.quorate.trial.T[] t; }")
            .with("trial", "package io.quorate.trial;\npublic class T {}")
            .house();

    assertThat(found("floors", house)).containsExactly("io.quorate.results.Sly");
  }

  @Test
  void theToolkitInsideTheServerIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("systems", "package io.quorate.systems;\nclass Spy { io.quorate.raft.core.C c; }")
            .with("raft-server", "package io.quorate.raft.core;\npublic class C {}")
            .house();

    assertThat(found("protocol-only", house)).containsExactly("io.quorate.systems.Spy");
    assertThat(found("floors", house)).isEmpty();
  }

  @Test
  void aPackageInTwoModulesIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("history", "package io.quorate.shared;\nclass Left {}")
            .with("checker", "package io.quorate.shared;\nclass Right {}")
            .house();

    assertThat(found("one-module-a-package", house)).containsExactly("io.quorate.shared");
  }

  @Test
  void aParentThatKnowsItsChildIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("checker", "package io.quorate.checker;\nclass P { io.quorate.checker.x.C c; }")
            .with("checker", "package io.quorate.checker.x;\npublic class C {}")
            .house();

    assertThat(found("parent-knows-no-child", house)).containsExactly("io.quorate.checker.P");
  }

  @Test
  void packagesThatImportOneAnotherInALoopAreSeen() throws IOException {
    House house =
        new Planted(root)
            .with("trial", "package io.quorate.a;\npublic class A { io.quorate.b.B b; }")
            .with("trial", "package io.quorate.b;\npublic class B { io.quorate.c.C c; }")
            .with("trial", "package io.quorate.c;\npublic class C { io.quorate.a.A a; }")
            .with("trial", "package io.quorate.d;\npublic class D { io.quorate.a.A a; }")
            .house();

    assertThat(Rules.named("no-package-cycle").breaches(house))
        .extracting(Breach::where)
        .containsExactly("io.quorate.a", "io.quorate.b", "io.quorate.c");
    assertThat(Rules.named("no-package-cycle").breaches(house).getFirst().what())
        .contains("io.quorate.a -> io.quorate.b -> io.quorate.c -> io.quorate.a");
  }

  @Test
  void theOutsideWorldInAPureRoomIsSeen() throws IOException {
    String[] members = {
      "long x() { return System.nanoTime(); }",
      "java.util.function.LongSupplier x = System::nanoTime;",
      "Object x() { return java.time.Instant.now(); }",
      "Object x() { return new Thread(() -> {}); }",
      "Object x() { return java.util.concurrent.Executors.newCachedThreadPool(); }",
      "Object x() { return java.util.concurrent.CompletableFuture.runAsync(() -> {}); }",
      "java.net.Socket socket;",
      "java.nio.channels.FileChannel channel;",
      "boolean x(java.nio.file.Path p) { return java.nio.file.Files.exists(p); }",
      "Object x() throws Exception { return new java.io.FileReader(\"x\"); }",
    };

    House house = each("raft-server", "io.quorate.raft.core", members);
    House elsewhere = each("raft-server", "io.quorate.raft.shell.disk", members);

    assertThat(found("pure-rooms", house)).hasSameSizeAs(members);
    assertThat(found("pure-rooms", elsewhere)).isEmpty();
  }

  @Test
  void whatDiffersFromRunToRunIsSeen() throws IOException {
    String[] members = {
      "double x() { return Math.random(); }",
      "int x() { return System.identityHashCode(this); }",
      "java.util.function.ToIntFunction<Object> x = System::identityHashCode;",
      "Object x(java.util.List<?> l) { return l.parallelStream(); }",
      "Object x(java.util.stream.Stream<?> s) { return s.parallel(); }",
      "Object x() { return java.nio.charset.Charset.defaultCharset(); }",
      "Object x() { return java.util.Locale.getDefault(); }",
    };

    House house = each("results", "io.quorate.results", members);

    assertThat(found("determinism", house)).hasSameSizeAs(members);
  }

  @Test
  void aSeedThatNobodyChoseIsSeen() throws IOException {
    String[] members = {
      "Object x() { return new java.util.Random(); }",
      "int x() { return java.util.concurrent.ThreadLocalRandom.current().nextInt(); }",
      "Object x() { return java.util.UUID.randomUUID(); }",
    };

    House house = each("trial", "io.quorate.trial", members);

    assertThat(found("seeds-are-chosen", house)).hasSameSizeAs(members);
  }

  @Test
  void aChosenSeedIsFine() throws IOException {
    String member = "Object x(long seed) { return new java.util.Random(seed); }";

    House house = each("trial", "io.quorate.trial", member);

    assertThat(found("seeds-are-chosen", house)).isEmpty();
  }

  @Test
  void aLibraryOutsideItsRoomIsSeen() throws IOException {
    String[] members = {
      "org.jfree.chart.JFreeChart x;",
      "com.jcraft.jsch.JSch x;",
      "org.apache.sshd.server.SshServer x;",
      "org.snakeyaml.engine.v2.api.Load x;",
      "com.fasterxml.jackson.databind.JsonNode x;",
      "org.HdrHistogram.Histogram x;",
      "picocli.CommandLine x;",
      "@org.junit.jupiter.api.Test void x() {}",
      "Object x() { return org.assertj.core.api.Assertions.assertThat(1); }",
    };

    House house = each("trial", "io.quorate.trial", members);

    assertThat(found("libraries-in-their-rooms", house)).hasSameSizeAs(members);
  }

  @Test
  void talkingPastTheCliIsSeen() throws IOException {
    String[] members = {
      "void x() { System.out.println(); }",
      "void x() { System.err.println(); }",
      "void x(Exception e) { e.printStackTrace(); }",
    };

    House house = each("runner", "io.quorate.runner", members);
    House cli = each("cli", "io.quorate.cli", members);

    assertThat(found("standard-streams-in-cli-only", house)).hasSameSizeAs(members);
    assertThat(found("standard-streams-in-cli-only", cli)).isEmpty();
  }

  @Test
  void aWalkInHashOrderIsSeen() throws IOException {
    String[] members = {
      "void x() { Map<String, String> m = new HashMap<>(); for (var e : m.entrySet()) {} }",
      "Set<String> s = new HashSet<>(); Object x() { return s.iterator(); }",
      "Set<String> s; X2() { this.s = Set.of(\"a\"); } Object x() { return s.stream(); }",
      "void x() { for (String s : Set.of(\"a\", \"b\")) {} }",
      "void x(List<String> l) { l.stream().collect(Collectors.toSet()).forEach(y -> {}); }",
      "Object x(Set<String> s) { return Set.copyOf(s); }",
    };

    House house = each("trial", "io.quorate.trial", members);

    assertThat(places("no-walk-in-hash-order", house)).hasSameSizeAs(members);
  }

  @Test
  void lookingUpIsFine() throws IOException {
    String[] members = {
      "Object x() { Map<String, String> m = new HashMap<>(); return m.get(\"a\"); }",
      "void x() { Map<String, String> m = new TreeMap<>(); for (var e : m.entrySet()) {} }",
      "static final Set<String> S = Set.of(\"a\"); boolean x() { return S.contains(\"a\"); }",
    };

    House house = each("trial", "io.quorate.trial", members);

    assertThat(places("no-walk-in-hash-order", house)).isEmpty();
  }

  @Test
  void aFileThatGrewTooLongIsSeen() throws IOException {
    House house = one("history", "io.quorate.history", "\n".repeat(500));

    assertThat(places("file-lines", house))
        .containsExactly("history/src/main/java/io/quorate/history/X.java:1");
  }

  @Test
  void aMethodThatGrewTooLongIsSeenAtItsLine() throws IOException {
    String shortOne = "void small() {" + "\n;".repeat(40) + "\n}\n";
    String longOne = "void large() {" + "\n;".repeat(41) + "\n}\n";

    assertThat(places("method-lines", one("history", "io.quorate.history", shortOne + longOne)))
        .containsExactly("history/src/main/java/io/quorate/history/X.java:44");
  }

  @Test
  void quantilesOverTheirLimitNameTheWorst() throws IOException {
    Planted planted = new Planted(root);
    for (int i = 0; i < 20; i++) {
      String method = "void m() {" + "\n;".repeat(i < 18 ? 2 : 20) + "\n}";
      String text =
          "package io.quorate.p%d;\nclass C%d {%s\n%s}"
              .formatted(i, i, method, "\n".repeat(i < 9 ? 0 : i < 18 ? 120 : 320));
      planted.with("history", text);
    }
    House house = planted.house();

    assertThat(places("file-lines-median", house)).hasSize(10);
    assertThat(places("file-lines-p95", house)).first().asString().containsPattern("C1[89].java");
    assertThat(places("method-lines-p95", house)).first().asString().containsPattern("C1[89].java");
  }

  @Test
  void aLineThatIsTooWideIsSeen() throws IOException {
    House house = one("history", "io.quorate.history", "\n" + " ".repeat(101));

    assertThat(places("line-columns", house))
        .containsExactly("history/src/main/java/io/quorate/history/X.java:3");
  }

  @Test
  void aRoomWithTooManyTypesIsSeen() throws IOException {
    Planted planted = new Planted(root);
    for (int i = 0; i < 21; i++) {
      planted.with("history", "package io.quorate.history;\nclass C" + i + " {}");
    }

    assertThat(places("types-a-package", planted.house())).containsExactly("io.quorate.history");
  }

  @Test
  void aPackageThatIsNotDescribedIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("history", "package io.quorate.history;\nclass X {}")
            .with("checker", "/** Words. package-info */\npackage io.quorate.checker;")
            .house();

    assertThat(Rules.named("package-info").breaches(house))
        .extracting(Breach::toString)
        .containsExactly(
            "io.quorate.history: has no package-info.java",
            "checker/src/main/java/io/quorate/checker/package-info.java:1: is not @NullMarked",
            "checker/src/main/java/io/quorate/checker/package-info.java:1: does not say what it"
                + " must never know",
            "checker/src/main/java/io/quorate/checker/package-info.java:1: does not say where to"
                + " start reading");
  }

  @Test
  void aPublicTypeWithoutAWordIsSeen() throws IOException {
    House house =
        new Planted(root)
            .with("history", "package io.quorate.history;\npublic record Silent() {}")
            .with("history", "package io.quorate.history;\n/** Said. */ public record Said() {}")
            .with("history", "package io.quorate.history;\nrecord Own() {}")
            .house();

    assertThat(places("public-types-documented", house))
        .containsExactly("history/src/main/java/io/quorate/history/Silent.java:2");
  }

  @Test
  void whatIsUnfinishedIsSeen() throws IOException {
    House house = one("history", "io.quorate.history", "\n// TO" + "DO: later\n");

    assertThat(places("nothing-unfinished", house))
        .containsExactly("history/src/main/java/io/quorate/history/X.java:3");
  }

  @Test
  void anExceptionCoversItsPlaceAndNoOther() {
    Rule rule = Rules.named("file-lines");
    Breach here = new Breach("a/Here.java:1", "too long");
    Breach there = new Breach("a/There.java:1", "too long");
    Exceptions exceptions =
        new Exceptions(List.of(new Exceptions.Allowed("file-lines", "a/Here.java", "a table")));

    assertThat(exceptions.remaining(rule, List.of(here, there))).containsExactly(there);
    assertThat(exceptions.stale(rule, List.of(here))).isEmpty();
    assertThat(exceptions.stale(rule, List.of(there))).hasSize(1);
  }

  private House one(String module, String packageName, String member) throws IOException {
    String text = "package %s;\nclass X {%s}".formatted(packageName, member);
    return new Planted(root).with(module, text).house();
  }

  /** A house with one class, X0 and so on, for each of {@code members}. */
  private House each(String module, String packageName, String... members) throws IOException {
    Planted planted = new Planted(root.resolve(packageName));
    for (int i = 0; i < members.length; i++) {
      String imports = "import java.util.*; import java.util.stream.*;";
      String text =
          "package %s;\n%s\nclass X%d {%s}".formatted(packageName, imports, i, members[i]);
      planted.with(module, text);
    }
    return planted.house();
  }

  /** The classes in which {@code rule} is broken, each once. */
  private static Set<String> found(String rule, House house) {
    Set<String> places = new TreeSet<>();
    Rules.named(rule).breaches(house).forEach(breach -> places.add(breach.where()));
    return Collections.unmodifiableSet(places);
  }

  private static List<String> places(String rule, House house) {
    return Rules.named(rule).breaches(house).stream().map(Breach::where).toList();
  }
}
