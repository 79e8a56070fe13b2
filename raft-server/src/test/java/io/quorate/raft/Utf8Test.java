package io.quorate.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final String PAIR = "\uD83D\uDE00";

  @Test
  void everyTextComesBackAsItWas() {
    for (String text : new String[] {"", "a?b", "\u00E4\u20AC", PAIR, "\uFFFD", "\uFFFD" + PAIR}) {
      byte[] utf8 = Utf8.encode(text);

      assertThat(Utf8.decode(ByteBuffer.wrap(utf8), utf8.length)).isEqualTo(text);
      assertThat(Utf8.decode(ByteBuffer.wrap(utf8).asReadOnlyBuffer(), utf8.length))
          .isEqualTo(text);
    }
  }

  @Test
  void halfAPairIsRefused() {
    for (String text :
        new String[] {"\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db", PAIR + "\uD83D"}) {
      assertThat(Utf8.has(text)).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> Utf8.encode(text));
    }
  }

  @Test
  void takesItsBytesAndNoMore() {
    ByteBuffer from = ByteBuffer.wrap(new byte[] {'x', 'a', 'b', 'c'}).position(1);

    assertThat(Utf8.decode(from, 2)).isEqualTo("ab");
    assertThat(from.position()).isEqualTo(3);
  }

  /** Short texts over few characters of every length, those around the surrogates among them. */
  @Test
  void comparesAndCountsAsTextsOfThePlatformDo() {
    SplittableRandom random = new SplittableRandom(2);
    int[] alphabet = {
      0, 'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF
    };
    for (int i = 0; i < 100_000; i++) {
      String one = drawn(random, alphabet);
      String other = drawn(random, alphabet);
      byte[] utf8 = Utf8.encode(one);

      assertThat(Integer.signum(Utf8.compare(utf8, Utf8.encode(other))))
          .as("%s and %s", one, other)
          .isEqualTo(Integer.signum(one.compareTo(other)));
      assertThat(Utf8.chars(utf8)).isEqualTo(one.length());
      assertThat(Utf8.text(utf8)).isEqualTo(one);
      Utf8.require(utf8);
    }
  }

  private static String drawn(SplittableRandom random, int[] alphabet) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    for (byte[] bytes :
        new byte[][] {{(byte) 0x80}, {'a', (byte) 0xC3}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Utf8.require(bytes));
    }
  }

  /** Against the strict coders of the platform, over bytes and characters that are mostly wrong. */
  @Test
  void acceptsWhatThePlatformAccepts() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(6)];
      random.nextBytes(bytes);
      String expected = strict(bytes);
      if (expected == null) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Utf8.decode(ByteBuffer.wrap(bytes), bytes.length));
      } else {
        assertThat(Utf8.decode(ByteBuffer.wrap(bytes), bytes.length)).isEqualTo(expected);
      }
      String text = surrogates(random);
      assertThat(Utf8.has(text)).isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
  }

  private static @Nullable String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String surrogates(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      text.append((char) (random.nextBoolean() ? 'a' : random.nextInt(0xD800, 0xE000)));
    }
    return text.toString();
  }
}
