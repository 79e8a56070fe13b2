package io.quorate.jepsen;

import static org.assertj.core.api.Assertions.assertThat;

import clojure.java.api.Clojure;
import clojure.lang.IFn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the tests that are written in Clojure. */
class ClojureTest {
  @ParameterizedTest
  @ValueSource(strings = "quorate.competition-test")
  void everyTestOfTheNamespacePasses(String namespace) {
    Clojure.var("clojure.core", "require").invoke(Clojure.read("clojure.test"));
    Clojure.var("clojure.core", "require").invoke(Clojure.read(namespace));

    Map<?, ?> summary =
        (Map<?, ?>) Clojure.var("clojure.test", "run-tests").invoke(Clojure.read(namespace));

    assertThat(summary.get(Clojure.read(":fail"))).as("%s", summary).isEqualTo(0L);
    assertThat(summary.get(Clojure.read(":error"))).as("%s", summary).isEqualTo(0L);
    assertThat((Long) summary.get(Clojure.read(":pass"))).as("%s", summary).isGreaterThan(20L);
  }

  @Test
  void theExamplesOfTheDocumentRun() throws IOException {
    String[] parts = Files.readString(Path.of("../docs/clojure.md")).split("```", -1);
    IFn load = Clojure.var("clojure.core", "load-string");

    Map<?, ?> result = (Map<?, ?>) load.invoke("(ns quorate.examples)" + code(parts[1]));
    Object tally = load.invoke("(in-ns 'quorate.examples)" + code(parts[3]));

    assertThat(result.get(Clojure.read(":valid?"))).isEqualTo(false);
    assertThat(result.get(Clojure.read(":sentence"))).asString().startsWith("stale read");
    assertThat(tally).hasToString("class quorate.examples.Tally");
  }

  private static String code(String fenced) {
    return fenced.substring("clojure".length());
  }
}
