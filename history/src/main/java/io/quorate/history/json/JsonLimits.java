package io.quorate.history.json;

/**
 * How large a document may be. What is within the limits is written and read; what is beyond them
 * is refused on both sides, so that everything written can be read.
 *
 * @param maxBytes of one document
 * @param maxDepth of arrays and objects within one another
 * @param maxItems of one array or object
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxItems) {
  /** The limits of one line of a history or a trace. */
  public static final JsonLimits LINE = new JsonLimits(16 << 20, 32, 1 << 20);

  /** Refuses limits that allow nothing. */
  public JsonLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxItems < 1) {
      throw new IllegalArgumentException("a limit below 1 allows nothing");
    }
  }
}
