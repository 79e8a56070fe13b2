/**
 * The vocabulary: operations, disturbances, histories, and their file form.
 *
 * <p>Start reading at {@link io.quorate.history.History}.
 */
module io.quorate.history {
  requires static org.jspecify;

  exports io.quorate.history;
  exports io.quorate.history.file;
  exports io.quorate.history.foreign;
  exports io.quorate.history.json;
}
