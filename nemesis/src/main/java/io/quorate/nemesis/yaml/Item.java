package io.quorate.nemesis.yaml;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML document, with its place. Every method that reads it may complain. */
public final class Item {
  /** The longest document, in characters. */
  public static final int MAX_CHARS = 100_000;

  /** How deep a document may be nested. */
  public static final int MAX_DEPTH = 20;

  private static final int MAX_ALIASES = 20;

  private final String source;
  private final Node node;

  private Item(String source, Node node) {
    this.source = source;
    this.node = node;
  }

  /**
   * Reads a document.
   *
   * @param source how sentences call it: a file's name
   * @throws YamlException when it is no YAML, is empty, too long or too deep
   */
  public static Item document(String source, String text) {
    if (text.length() > MAX_CHARS) {
      throw new YamlException(
          source + ": at most " + MAX_CHARS + " characters are read, got " + text.length());
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(MAX_CHARS)
            .build();
    try {
      refuseDepth(source, new Parse(settings).parseString(text));
      return new Compose(settings)
          .composeString(text)
          .map(node -> new Item(source, node))
          .orElseThrow(() -> new YamlException(source + ": it is empty"));
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? "this is no YAML" : Words.quoted(e.getProblem());
      throw new YamlException(place(source, e.getProblemMark()) + ": no YAML: " + problem);
    } catch (YamlEngineException e) {
      throw new YamlException(
          source + ": no YAML: " + Words.quoted(String.valueOf(e.getMessage())));
    }
  }

  /** Composing is recursive and would run out of stack; parsing is not. */
  private static void refuseDepth(String source, Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new YamlException(
            place(source, event.getStartMark()) + ": nested deeper than " + MAX_DEPTH);
      }
    }
  }

  /** Returns a complaint about this value, with its place. */
  public YamlException complaint(String sentence) {
    return new YamlException(place(source, node.getStartMark()) + ": " + sentence);
  }

  /** Whether this is one word or number, and neither a list nor a mapping. */
  public boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns the text. */
  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw complaint("a text is needed here, got " + kind());
  }

  /** Returns the text, which must be one of {@code known}. */
  public String oneOf(String what, Collection<String> known) {
    String word = text();
    if (!known.contains(word)) {
      throw complaint("unknown " + what + " " + Words.quoted(word) + Words.remedy(word, known));
    }
    return word;
  }

  /** Returns the whole number, from {@code least} to {@code most}. */
  public long number(long least, long most) {
    Optional<Long> number = wholeNumber();
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      throw complaint(
          "a whole number from " + least + " to " + most + " is needed here, got " + kind());
    }
    return number.get();
  }

  private Optional<Long> wholeNumber() {
    try {
      return Optional.of(Long.parseLong(text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the number, more than 0 and at most {@code most}. */
  public double positive(double most) {
    try {
      double number = Double.parseDouble(text());
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw complaint("a number is needed here, got " + kind());
    }
    throw complaint("a number above 0 and up to " + most + " is needed here, got " + kind());
  }

  /** Returns true or false. */
  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw complaint("true or false is needed here, got " + kind());
    };
  }

  /** Returns the length of time. */
  public Duration duration() {
    return Spans.read(text())
        .orElseThrow(() ->
            complaint(
                "a length of time up to 24h is needed here, such as 250ms, 1.5s or 2m, got "
                    + kind()));
  }

  /** Returns the items of the list, at most {@code most}. */
  public List<Item> items(int most) {
    if (!(node instanceof SequenceNode sequence)) {
      throw complaint("a list is needed here, got " + kind());
    }
    if (sequence.getValue().size() > most) {
      throw complaint("at most " + most + " items are read, got " + sequence.getValue().size());
    }
    return sequence.getValue().stream().map(item -> new Item(source, item)).toList();
  }

  /** Returns the mapping; a key not among {@code known}, or one given twice, is complained of. */
  public Fields fields(List<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw complaint(
          "keys with values are needed here (" + String.join(", ", known) + "), got " + kind());
    }
    Fields fields = new Fields(this);
    mapping
        .getValue()
        .forEach(tuple ->
            fields.put(
                new Item(source, tuple.getKeyNode()),
                new Item(source, tuple.getValueNode()),
                known));
    return fields;
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case SCALAR ->
          node.getTag().equals(Tag.NULL) ? "nothing" : Words.quoted(((ScalarNode) node).getValue());
      case SEQUENCE -> "a list";
      case MAPPING -> "keys with values";
      case ANCHOR -> "an anchor";
    };
  }

  private static String place(String source, Optional<Mark> mark) {
    return mark.map(
            m -> "%s line %d, column %d".formatted(source, m.getLine() + 1, m.getColumn() + 1))
        .orElse(source);
  }
}
