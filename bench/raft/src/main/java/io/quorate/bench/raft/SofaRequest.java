package io.quorate.bench.raft;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a SOFAJRaft server is asked, as Bolt carries it: the words of an operation, which are in the
 * log, too.
 */
final class SofaRequest implements Serializable {
  static final String PUT = "put";
  static final String GET = "get";
  static final String CAS = "cas";

  private static final long serialVersionUID = 1;
  private static final String BETWEEN = "\n";

  private final byte[] words;

  private SofaRequest(String... words) {
    this.words = String.join(BETWEEN, words).getBytes(StandardCharsets.UTF_8);
  }

  static SofaRequest put(String key, String value) {
    return new SofaRequest(PUT, key, value);
  }

  static SofaRequest get(String key) {
    return new SofaRequest(GET, key);
  }

  static SofaRequest cas(String key, String from, String to) {
    return new SofaRequest(CAS, key, from, to);
  }

  byte[] words() {
    return words;
  }

  static List<String> words(ByteBuffer data) {
    return List.of(StandardCharsets.UTF_8.decode(data.duplicate()).toString().split(BETWEEN, -1));
  }
}
