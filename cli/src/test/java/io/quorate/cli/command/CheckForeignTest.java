package io.quorate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cli.CrashLog;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Main;
import io.quorate.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of small histories of other tools. */
class CheckForeignTest {
  private static final String LOG =
      """
      INFO  jepsen.util - 0\t:invoke\t:write\t1
      INFO  jepsen.util - 0\t:ok\t:write\t1
      INFO  jepsen.util - 1\t:invoke\t:cas\t[1 2]
      INFO  jepsen.util - 1\t:fail\t:cas\t[1 2]
      """;

  private static final String TEXT =
      """
      {:process 0, :type :invoke, :f :append, :key "a", :value "x"}
      {:process 1, :type :invoke, :f :append, :key "a", :value "y"}
      {:process 0, :type :ok, :f :append, :key "a", :value "x"}
      {:process 1, :type :ok, :f :append, :key "a", :value "y"}
      {:process 0, :type :invoke, :f :get, :key "a", :value nil}
      {:process 0, :type :ok, :f :get, :key "a", :value "yx"}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void aRefusedCasOfALogIsObservedUnlessSaidOtherwise() throws IOException {
    Path log = file("jepsen.log", LOG);

    assertThat(check(log)).isEqualTo(ExitCode.VIOLATION);
    assertThat(out.toString()).contains("NOT linearizable", "a refused cas is observed");
    assertThat(check(log, "--failed-cas", "ignore")).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).contains(": linearizable", "a refused cas is ignored");
  }

  @Test
  void theInitialValueIsStatedAndSaid() throws IOException {
    Path log = file("jepsen.log", "0 :invoke :read nil\n0 :ok :read 7\n");

    assertThat(check(log)).isEqualTo(ExitCode.VIOLATION);
    assertThat(check(log, "--initial", "7")).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).contains("model cas-register from 7 (a read of nil says nothing)");
  }

  @Test
  void anOrderThatExplainsTheAnswersIsShownOnRequest() throws IOException {
    Path text = file("kv.txt", TEXT);

    assertThat(check(text)).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).doesNotContain("append");
    assertThat(check(text, "--certificate")).isEqualTo(ExitCode.PASS);
    assertThat(out.toString().lines().map(String::strip))
        .satisfiesExactly(
            line -> assertThat(line).contains("kv.txt: linearizable (3 operations, 1 keys,"),
            line -> assertThat(line).startsWith("key a: linearizable, by "),
            line -> assertThat(line).contains("append \"y\""),
            line -> assertThat(line).contains("append \"x\""),
            line -> assertThat(line).contains("get: \"yx\""));
  }

  @Test
  void theOrderIsInTheJsonToo() throws IOException {
    Path text = file("kv.txt", TEXT);

    check(text, "--certificate", "--json");

    assertThat(out.toString().replaceAll("\\s", ""))
        .contains("\"orders\":[{\"key\":\"a\",\"rows\":[1,0,2]}]")
        .contains("\"model\":\"key-value\",\"failedCas\":\"ignore\"");
  }

  @Test
  void aHistoryOfJepsenIsJudgedByWhatItAsksFor() throws IOException {
    Path mutex =
        file(
            "history.edn",
            """
            [{:process 0, :type :invoke, :f :acquire, :value nil}
             {:process 0, :type :ok, :f :acquire, :value nil}
             {:process 1, :type :invoke, :f :acquire, :value nil}
             {:process 1, :type :ok, :f :acquire, :value nil}]
            """);

    assertThat(check(mutex)).isEqualTo(ExitCode.VIOLATION);
    assertThat(out.toString()).contains("model mutex, a refused cas is ignored");
    assertThat(check(mutex, "--model", "reentrant-mutex")).isEqualTo(ExitCode.VIOLATION);
  }

  @Test
  void aHistoryOfOursIsPrintedAsJepsenHasIt() throws IOException {
    Path ours =
        file(
            "history.jsonl",
            """
            {"version":1,"model":"register","failedCas":"ignore","seed":1,"nodes":[]}
            {"i":0,"t":5,"type":"invoke","p":0,"f":"write","v":"x"}
            {"i":1,"t":9,"type":"info","p":0,"f":"write","err":"timed out"}
            """);

    assertThat(quorate("export", ours.toString())).isEqualTo(ExitCode.PASS);
    assertThat(out.toString())
        .isEqualTo(
            """
            {:index 0, :type :invoke, :process 0, :f :write, :value "x", :time 5}
            {:index 1, :type :info, :process 0, :f :write, :value "x", :time 9, :error "timed out"}
            """);
    assertThat(check(file("history.edn", out.toString()))).isEqualTo(ExitCode.PASS);
  }

  @Test
  void severalFilesAreTheWorstOfThem() throws IOException {
    Path bad = file("bad.txt", TEXT.replace("yx", "y"));

    assertThat(check(file("kv.txt", TEXT), bad.toString())).isEqualTo(ExitCode.VIOLATION);
    assertThat(out.toString()).contains("kv.txt: linearizable", "bad.txt: NOT linearizable");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private ExitCode check(Path file, String... more) {
    List<String> args = new ArrayList<>(List.of("check", file.toString()));
    args.addAll(List.of(more));
    return quorate(args.toArray(String[]::new));
  }

  private ExitCode quorate(String... args) {
    out.getBuffer().setLength(0);
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(out));
    return new Main(new Quorate(), terminal, new CrashLog(folder)).run(args);
  }
}
