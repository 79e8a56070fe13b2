package io.quorate.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  private static final String ALPHABET = "ab'\"\\$`!*?[]{}()<>|&;#~ \t\n%=-\u00e9\u4e16";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "'",
        "''",
        "it's",
        "a b\tc",
        "$(touch /tmp/quorate-injected)",
        "`id`",
        "; rm -rf /",
        "\\",
        "\\'",
        "\n",
        "line\nline\n",
        "-n",
        "*",
        "\"",
        "a'b\"c$d`e\\f",
        "\u00fcml\u00e4ut \u4e16\u754c"
      })
  void aHostileWordStaysOneWord(String word) throws Exception {
    String line = "printf %s " + Shell.quote(word);

    assertThat(sh(line)).isEqualTo(word);
  }

  @Test
  void wordsOfAnyCharactersComeOutAsTheyWentIn() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 40; round++) {
      List<String> words = List.of(word(random), word(random), word(random));

      String out = sh("printf '%s\\001' " + Shell.quoteAll(words));

      assertThat(out).as("seed %d", seed).isEqualTo(String.join("\001", words) + "\001");
    }
  }

  @Test
  void aNulIsRefusedBecauseNoArgumentCanHoldIt() {
    assertThatThrownBy(() -> Shell.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCommandLineCarriesDirectoryVariablesAndWords() throws Exception {
    Command command =
        Command.of("sh", "-c", "pwd; echo \"$A_B $1\"", "sh", "it's")
            .in("/")
            .withEnv(Map.of("A_B", "x ' y"));

    assertThat(sh(command.shellLine())).isEqualTo("/\nx ' y it's\n");
  }

  @Test
  void aVariableWithAHostileNameIsRefused() {
    Command command = Command.of("true");

    assertThatThrownBy(() -> command.withEnv(Map.of("A;id", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A;id");
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  private static String sh(String line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("/bin/sh", "-c", line).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
