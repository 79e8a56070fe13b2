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
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed or written wrongly is refused in one sentence before anything starts. */
class BadInputTest {
  private static final String HOSTS =
      """
      hosts:
        - {address: 127.0.0.1, port: 1, user: nobody, key: id, host-key: "SHA256:x"}
        - {address: 127.0.0.1, port: 2, user: nobody, key: id, host-key: "SHA256:x"}
        - {address: 127.0.0.1, port: 3, user: nobody, key: id, host-key: "SHA256:x"}
      """;

  private static final String HEADER =
      """
      {"version":1,"model":"register","failedCas":"observe","seed":1,"nodes":[]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    write("typo.yaml", "nodes: 3\nschedul: calm\n");
    write("number.yaml", "nodes: many\n");
    write("no.yaml", "nodes: [3\n");
    write("empty.yaml", "");
    write("choice.yaml", "sabotage: deaf-link\n");
    write("steps.yaml", "about: x\nneeds: {nodes: 3}\nsteps:\n  - injekt: bridge\n");
    write("hosts.yaml", HOSTS);
    write("keyless.yaml", "hosts:\n  - {address: a, user: u, key: id}\n");
    write("hostless.yaml", "hosts: []\n");
    write("bad.jsonl", HEADER + "{\"i\":0,\"t\":nope}\n");
    write("other.jsonl", "not a history\n");
    write("cut.log", "INFO starting\nINFO jepsen.util - 0 :invoke :cas [1 2");
    write("cut.edn", "[{:process 0, :type :invoke, :f :read, :value nil}\n");
    write("queue.edn", "{:process 0, :type :invoke, :f :dequeue, :value nil}\n");
    write("kv.txt", "{:process 0, :type :done, :f :get, :key \"a\", :value nil}\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "run @typo.yaml | "
            + "typo.yaml line 2, column 1: unknown key \"schedul\", did you mean \"schedule\"?",
        "run @number.yaml | "
            + "number.yaml line 1, column 8: a whole number from 1 to 25 is needed here, got \"many\"",
        "run @no.yaml | no.yaml line 2, column 1: no YAML: ",
        "run @empty.yaml | empty.yaml: it is empty",
        "run @choice.yaml | "
            + "choice.yaml line 1, column 11: unknown sabotage \"deaf-link\", did you mean \"deaf-links\"?",
        "run @none.yaml | there is no file to read at @none.yaml",
        "run --schedule @steps.yaml | "
            + "steps.yaml line 4, column 5: unknown key \"injekt\", did you mean \"inject\"?",
        "run --schedule @none.yaml | no schedule can be read at @none.yaml",
        "run --schedule isolate-leadr | "
            + "unknown schedule \"isolate-leadr\", did you mean \"isolate-leader\"?",
        "run --nodes 2 --schedule isolate-leader | "
            + "schedule isolate-leader needs at least 3 nodes, the plan has 2: give --nodes 3 or another",
        "run --system rafd | there is no system 'rafd'; known: raft",
        "run --system raft:B77 | raft has no bug 'B77'; known: B01 majority-of-reachable,",
        "run --workload cas | unknown workload \"cas\", did you mean \"cas-register\"?",
        "run --sabotage deaf-link | '--sabotage': \"deaf-link\", did you mean \"deaf-links\"?",
        "run --routing leaders | '--routing': \"leaders\", did you mean \"leader\"?",
        "run --nodes 0 | nodes: from 1 to 25, got 0",
        "run --nodes 26 | nodes: from 1 to 25, got 26",
        "run --nodes five | '--nodes': 'five' is not an int",
        "run --seconds 0 | --seconds: more than 0 and at most 86400, got 0.0",
        "run --seconds NaN | --seconds: more than 0 and at most 86400, got NaN",
        "run --seconds 86401 | --seconds: more than 0 and at most 86400, got 86401.0",
        "run --rate -1 | rate: more than 0 and at most 1000000, got -1.0",
        "run --keys 0 | keys: at least 1 is needed, got 0",
        "run --clients -3 | clients: from 1 to 1000, got -3",
        "run --clients 5000 | clients: from 1 to 1000, got 5000",
        "run --on lab | there is no world \"lab\"; there are local, simulation, and your own hosts in a file",
        "run --on @none.yaml | there is no file to read at @none.yaml",
        "run --on @keyless.yaml --nodes 1 --schedule calm | "
            + "keyless.yaml line 2, column 5: a host proves itself by host-key",
        "run --on @hostless.yaml --nodes 1 --schedule calm | "
            + "hostless.yaml line 1, column 1: at least one host is needed",
        "run --on @hosts.yaml --schedule kill-one | "
            + "hosts.yaml names 3 hosts and the plan needs 5: give --nodes 3",
        "run --on @hosts.yaml --nodes 3 --schedule isolate-leader | "
            + "schedule isolate-leader cannot run here: links between hosts of a file cannot be cut",
        "run --on @hosts.yaml --nodes 3 --schedule kill-one | "
            + "127.0.0.1:1 failed: no connection: java.io.FileNotFoundException: @id",
        "shrink --limit 0 | --limit: from 1 to 1000000, got 0",
        "shrink --on @hosts.yaml --nodes 3 --schedule kill-one | "
            + "shrink plays runs in virtual time: leave out --on, or --on simulation",
        "shrink --workload cas | unknown workload \"cas\", did you mean \"cas-register\"?",
        "check @bad.jsonl | bad.jsonl, line 2, column 12: expected an integer",
        "check @other.jsonl | "
            + "other.jsonl, line 1, column 1: no history of a form known here; say which it is with",
        "check --format quorate @other.jsonl | other.jsonl, line 1, column 1: expected an object",
        "check --format jepsen-log @cut.log | "
            + "cut.log, line 2, column 39: a collection without its closing ]; an operation of the log",
        "check @cut.log | cut.log, line 2, column 39: a collection without its closing ]",
        "check @kv.txt | kv.txt, line 1, column 1: a :type that is none of [invoke, ok, fail, info]",
        "check @none.jsonl | there is no history to read at @none.jsonl",
        "check --model nosuch @empty.yaml | "
            + "there is no model \"nosuch\"; known here: register, cas-register,",
        "check --model fifo-queu @empty.yaml | "
            + "there is no model \"fifo-queu\", did you mean \"fifo-queue\"?",
        "check @empty.yaml | empty.yaml: no model is called \"unknown\"; known are register,",
        "check --model mutex --initial 3 @empty.yaml | "
            + "empty.yaml: only register and cas-register take an initial value, not mutex",
        "check --format ed @bad.jsonl | '--format': \"ed\", did you mean \"edn\"?",
        "check --format edn @bad.jsonl | "
            + "bad.jsonl, line 1, column 22: no data of Clojure: Invalid token: :",
        "check @cut.edn | cut.edn, line 2, column 1: the file ends before its closing ]; look for",
        "check @queue.edn | "
            + "queue.edn: it does not say what it is a history of; give --model register, cas-reg",
        "export @none.jsonl | there is no history to read at @none.jsonl",
        "export @bad.jsonl | bad.jsonl, line 2, column 12: expected an integer",
        "check --time-limit soon @bad.jsonl | "
            + "'--time-limit': 'soon' is no time: write 500ms, 60s or 5m",
        "report @none | there is no run at @none",
        "report @ | is no run: it has neither verdict.json nor history.jsonl",
        "schedules show bridg | unknown schedule \"bridg\", did you mean \"bridge\"?",
        "doctor --on lab | there is no world \"lab\"",
        "doctor --mark | --mark marks the hosts of a file: give --on hosts.yaml",
        "doctor --json --heal | "
            + "--json tells what was looked at; it goes with neither --heal nor --mark",
        "doctor --heal @none | there is no ledger to heal by at @none",
      })
  void isRefusedInOneSentence(String words, String sentence) throws IOException {
    ExitCode code = quorate(words);

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(sentence.replace("@", folder + "/"));
    assertThat(out.toString()).isEmpty();
    assertThat(folder.resolve("runs")).doesNotExist();
    assertThat(folder.resolve("crashes")).doesNotExist();
  }

  private ExitCode quorate(String words) {
    String[] args =
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)) + "" : word)
            .toArray(String[]::new);
    if (args[0].equals("run")) {
      args = Arrays.copyOf(args, args.length + 2);
      args[args.length - 2] = "--out";
      args[args.length - 1] = folder.resolve("runs").toString();
    }
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
    return new Main(new Quorate(), terminal, new CrashLog(folder.resolve("crashes"))).run(args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
