package io.quorate.nemesis.schedule;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.yaml.Fields;
import io.quorate.nemesis.yaml.Item;
import io.quorate.nemesis.yaml.Spans;
import io.quorate.nemesis.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a schedule from YAML. */
final class ScheduleReader {
  private final NamesInForce names = new NamesInForce();

  /**
   * Reads {@code document}.
   *
   * @param name what it is called where it does not say so itself
   */
  Schedule read(String name, Item document) {
    Fields fields = document.fields(Vocabulary.TOP);
    List<Step> steps = new ArrayList<>();
    for (Item item : fields.required("steps").items(Vocabulary.MAX_STEPS)) {
      Step step = step(item);
      names.after(step).ifPresent(wrong -> complain(item, wrong));
      steps.add(step);
    }
    return new Schedule(
        fields.get("name").map(Item::text).orElse(name),
        fields.get("about").map(Item::text).orElse(""),
        fields.get("needs").map(ScheduleReader::nodes).orElse(1),
        fields.get("repeat").map(Item::flag).orElse(false),
        steps);
  }

  private static void complain(Item item, String sentence) {
    throw item.complaint(sentence);
  }

  private static int nodes(Item needs) {
    Item nodes = needs.fields(List.of("nodes")).required("nodes");
    return (int) nodes.number(1, Vocabulary.MAX_NAMES);
  }

  private Step step(Item item) {
    Fields fields = item.fields(Vocabulary.STEP);
    String verb = fields.exactlyOne(Vocabulary.VERBS);
    Item of = fields.required(verb);
    return switch (verb) {
      case "wait" -> {
        fields.onlyWith(verb, List.of());
        yield waiting(of);
      }
      case "inject" -> {
        fields.onlyWith(verb, List.of("as", "patience"));
        yield inject(of, fields);
      }
      case "await" -> {
        fields.onlyWith(verb, List.of("patience", "every"));
        Duration patience = patience(fields).orElse(Vocabulary.AWAIT_PATIENCE);
        yield new Step.Await(condition(of), patience, every(fields));
      }
      case "reads" -> {
        fields.onlyWith(verb, List.of());
        yield reads(of.fields(Vocabulary.READS));
      }
      case "any-of" -> {
        fields.onlyWith(verb, List.of());
        yield new Step.AnyOf(ways(of));
      }
      case "each-of" -> {
        fields.onlyWith(verb, List.of());
        yield new Step.EachOf(ways(of));
      }
      default -> {
        fields.onlyWith(verb, List.of());
        yield new Step.Heal(of.text());
      }
    };
  }

  private List<List<Step>> ways(Item item) {
    List<List<Step>> ways = new ArrayList<>();
    for (Item way : item.items(Vocabulary.MAX_STEPS)) {
      ways.add(way.items(Vocabulary.MAX_STEPS).stream().map(this::step).toList());
    }
    if (ways.isEmpty()) {
      throw item.complaint("at least one way is needed here, each a list of steps");
    }
    return ways;
  }

  private static Step waiting(Item item) {
    String text = item.text();
    int range = text.indexOf(Vocabulary.RANGE);
    if (range < 0) {
      Duration fixed = item.duration();
      return new Step.Wait(fixed, fixed);
    }
    Optional<Duration> least = Spans.read(text.substring(0, range));
    Optional<Duration> most = Spans.read(text.substring(range + Vocabulary.RANGE.length()));
    if (least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) > 0) {
      throw item.complaint(
          "a wait is written 2s, or 1s..3s with the shorter time first, got " + Words.quoted(text));
    }
    return new Step.Wait(least.get(), most.get());
  }

  private Step inject(Item item, Fields fields) {
    FaultReader.Read read = FaultReader.read(item);
    String as = fields.get("as").map(Item::text).orElse(read.kind());
    Duration patience = patience(fields).orElse(Vocabulary.INJECT_PATIENCE);
    return new Step.Inject(as, read.fault(), patience);
  }

  private static Optional<Duration> patience(Fields fields) {
    return fields.get("patience").map(Item::duration);
  }

  private static Duration every(Fields fields) {
    Optional<Item> every = fields.get("every");
    Duration drawn = every.map(Item::duration).orElse(Step.Await.USUALLY);
    if (drawn.compareTo(Vocabulary.LEAST_EVERY) < 0) {
      throw every
          .orElseThrow()
          .complaint("nodes are asked at most every " + Spans.write(Vocabulary.LEAST_EVERY));
    }
    return drawn;
  }

  private static Step.Condition condition(Item item) {
    if (item.isScalar()) {
      item.oneOf("condition", List.of(Vocabulary.ANY_LEADER));
      return new Step.Condition.AnyLeader();
    }
    Fields fields = item.fields(Vocabulary.CONDITIONS);
    String word = fields.exactlyOne(Vocabulary.CONDITIONS);
    String as = fields.required(word).text();
    return word.equals("leader-outside")
        ? new Step.Condition.LeaderOutside(as)
        : new Step.Condition.WriteOutside(as);
  }

  private static Step reads(Fields fields) {
    String at = fields.required("at").text();
    Step.Place place =
        at.equals(Vocabulary.EVERYWHERE) ? new Step.Place.Everywhere() : new Step.Place.Struck(at);
    long times = fields.get("times").map(item -> item.number(1, Vocabulary.MAX_READS)).orElse(1L);
    Duration every = fields.get("every").map(Item::duration).orElse(Vocabulary.READS_EVERY);
    return new Step.Reads(place, (int) times, every);
  }
}
