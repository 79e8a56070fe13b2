package io.quorate.history.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quorate.history.RandomHistories;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our codec beside Jackson: equal on everything that is in our subset. */
class JsonTwinTest {
  private static final int ROUNDS = 10_000;

  private final JsonMapper jackson =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final JsonReader ours = new JsonReader(JsonLimits.LINE);
  private final JsonWriter writer = new JsonWriter(JsonLimits.LINE);

  @Test
  void jacksonReadsWhatWeWrite() throws JsonProcessingException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Object tree = tree(new SplittableRandom(seed), 3);

      String document = new String(write(tree), UTF_8);

      assertThat(tree(jackson.readTree(document))).as("seed %d", seed).isEqualTo(tree);
    }
  }

  @Test
  void weReadWhatWeWrite() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Object tree = tree(new SplittableRandom(seed), 3);

      byte[] document = write(tree);

      assertThat(JsonTree.read(ours, document, document.length))
          .as("seed %d", seed)
          .isEqualTo(tree);
    }
  }

  @Test
  void weReadWhatJacksonWrites() throws JsonProcessingException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Object tree = tree(new SplittableRandom(seed), 3);
      byte[] document = write(tree);
      JsonNode node = jackson.readTree(new String(document, UTF_8));
      byte[] theirs = node.toPrettyString().getBytes(UTF_8);

      boolean whole = new String(theirs, UTF_8).equals(node.toPrettyString());
      if (whole) {
        assertThat(JsonTree.read(ours, theirs, theirs.length)).as("seed %d", seed).isEqualTo(tree);
      } else {
        assertThat(document).as("surrogates alone are lost by Java's UTF-8").contains('\\');
      }
    }
  }

  @Test
  void aSpoiltDocumentIsTakenByBothOrRefusedByBoth() {
    int taken = 0;
    for (int seed = 0; seed < 3 * ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] document = spoil(random, write(tree(random, 2)));

      Object theirs = theirs(document);

      assertThat(ours(document))
          .as("seed %d: %s", seed, new String(document, UTF_8))
          .isEqualTo(theirs);
      taken += theirs == null ? 0 : 1;
    }
    assertThat(taken).as("both kinds occur").isBetween(ROUNDS / 20, 3 * ROUNDS - ROUNDS / 20);
  }

  @Test
  void bytesAreUtf8ExactlyWhenJavaSaysSo() {
    for (int seed = 0; seed < 3 * ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] document = new byte[2 + 1 + random.nextInt(5)];
      for (int n = 0; n < document.length; n++) {
        document[n] = (byte) EDGES[random.nextInt(EDGES.length)];
      }
      document[0] = '"';
      document[document.length - 1] = '"';

      assertThat(ours(document)).as("seed %d", seed).isEqualTo(theirs(document));
    }
  }

  /** The bytes at which the table of well-formed UTF-8 changes its mind. */
  private static final int[] EDGES = {
    'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  private byte[] write(Object tree) {
    writer.reset();
    JsonTree.write(writer, tree);
    return Arrays.copyOf(writer.bytes(), writer.size());
  }

  private @Nullable Object ours(byte[] document) {
    try {
      return JsonTree.read(ours, document, document.length);
    } catch (JsonException e) {
      return null;
    }
  }

  /** What Jackson reads from the text that Java's strict decoder sees, if it is in our subset. */
  private @Nullable Object theirs(byte[] document) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return tree(jackson.readTree(text));
    } catch (CharacterCodingException | JsonProcessingException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object tree(JsonNode node) {
    if (node.isMissingNode() || node.isBigInteger() || node.isBigDecimal()) {
      return null;
    }
    if (node.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      node.properties().forEach(e -> put(members, e.getKey(), tree(e.getValue())));
      return members.size() == node.size() ? members : null;
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> put(items, tree(item)));
      return items.size() == node.size() ? items : null;
    }
    return node.isTextual()
        ? node.textValue()
        : node.isBoolean() ? node.booleanValue() : node.isNull() ? JsonTree.NULL : node.longValue();
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private static void put(List<Object> items, @Nullable Object value) {
    if (value != null) {
      items.add(value);
    }
  }

  private static Object tree(SplittableRandom random, int depth) {
    RandomHistories some = new RandomHistories(random);
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> JsonTree.NULL;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong() >> random.nextInt(64);
      case 3, 4 -> some.text();
      case 5 -> {
        List<Object> items = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          items.add(tree(random, depth - 1));
        }
        yield items;
      }
      default -> {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          members.put(name(some.text()), tree(random, depth - 1));
        }
        yield members;
      }
    };
  }

  /** Jackson refuses half surrogates in names, and only there; no name of ours has one. */
  private static String name(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static byte[] spoil(SplittableRandom random, byte[] document) {
    String structure = "{}[],:\"\\ \t\n-+.eE0123456789truefalsn/u\u0000\u007f\u00e9";
    byte[] spoilt = document.clone();
    for (int n = random.nextInt(3); n >= 0 && spoilt.length > 0; n--) {
      int at = random.nextInt(spoilt.length);
      byte other = (byte) structure.charAt(random.nextInt(structure.length()));
      byte[] tail = Arrays.copyOfRange(spoilt, at, spoilt.length);
      switch (random.nextInt(4)) {
        case 0 -> spoilt[at] = other;
        case 1 -> spoilt = Arrays.copyOf(spoilt, at);
        case 2 -> {
          spoilt = Arrays.copyOf(spoilt, at + 1 + tail.length);
          spoilt[at] = other;
          System.arraycopy(tail, 0, spoilt, at + 1, tail.length);
        }
        default -> {
          spoilt = Arrays.copyOf(spoilt, spoilt.length - 1);
          System.arraycopy(tail, 1, spoilt, at, tail.length - 1);
        }
      }
    }
    return spoilt;
  }
}
