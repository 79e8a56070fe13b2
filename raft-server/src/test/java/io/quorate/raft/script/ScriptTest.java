package io.quorate.raft.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every script's reactions are what the script says. -Dgolden=update writes what they are. */
class ScriptTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/scripts");

  @TestFactory
  Stream<DynamicTest> theClusterReactsAsTheScriptSays() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      List<Path> sorted = files.sorted().toList();
      assertThat(sorted).isNotEmpty();
      return sorted.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void check(Path file) throws IOException {
    String script = Files.readString(file);

    String reaction = new Script().run(script);

    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, reaction);
    } else {
      assertThat(reaction).as(name(file)).isEqualTo(script);
    }
  }
}
