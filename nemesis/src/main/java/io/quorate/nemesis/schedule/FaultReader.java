package io.quorate.nemesis.schedule;

import io.quorate.history.Link;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.yaml.Fields;
import io.quorate.nemesis.yaml.Item;
import io.quorate.nemesis.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands after {@code inject}. */
final class FaultReader {
  /** A fault with the word for its kind, which names it where nothing else does. */
  record Read(String kind, FaultSpec fault) {}

  private FaultReader() {}

  static Read read(Item item) {
    if (item.isScalar()) {
      String kind = item.oneOf("shape", Vocabulary.SHAPES);
      return new Read(kind, shape(kind, false));
    }
    Fields fields = item.fields(Vocabulary.FAULT);
    String kind = fields.exactlyOne(Vocabulary.KINDS);
    return new Read(kind, fault(kind, fields));
  }

  private static FaultSpec fault(String kind, Fields fields) {
    Item of = fields.required(kind);
    return switch (kind) {
      case "isolate" -> {
        fields.onlyWith(kind, List.of("with-clients"));
        yield new FaultSpec.Isolate(target(of), withClients(fields));
      }
      case "one-way" -> {
        fields.onlyWith(kind, List.of("direction"));
        Item direction = fields.required("direction");
        boolean outbound = direction.oneOf("direction", List.of("out", "in")).equals("out");
        yield new FaultSpec.OneWay(target(of), outbound);
      }
      case "slow" -> {
        fields.onlyWith(kind, List.of("delay", "jitter"));
        Duration jitter = fields.get("jitter").map(Item::duration).orElse(Duration.ZERO);
        yield new FaultSpec.Slow(target(of), fields.required("delay").duration(), jitter);
      }
      case "kill", "pause", "power-loss", "wipe", "corrupt", "remove" -> {
        fields.onlyWith(kind, List.of());
        yield atNodes(kind, target(of));
      }
      case "clock" -> clock(fields, of);
      case "slow-disk" -> {
        fields.onlyWith(kind, List.of("sync"));
        yield new FaultSpec.SlowDisk(target(of), fields.required("sync").duration());
      }
      case "unreliable" -> unreliable(fields, of);
      case "cut" -> {
        fields.onlyWith(kind, List.of());
        yield new FaultSpec.Cut(links(of));
      }
      default -> {
        fields.onlyWith(kind, kind.equals("halves") ? List.of("with-clients") : List.of());
        of.oneOf("choice", List.of(Vocabulary.DRAWN));
        yield shape(kind, withClients(fields));
      }
    };
  }

  private static FaultSpec clock(Fields fields, Item of) {
    fields.onlyWith("clock", List.of("percent"));
    Item percent = fields.required("percent");
    long rate = percent.number(Vocabulary.MIN_CLOCK_PERCENT, Vocabulary.MAX_CLOCK_PERCENT);
    return new FaultSpec.ClockRate(target(of), (int) rate);
  }

  private static FaultSpec unreliable(Fields fields, Item of) {
    fields.onlyWith("unreliable", List.of("loss", "duplicate", "reorder", "late"));
    Duration reorder = fields.get("reorder").map(Item::duration).orElse(Duration.ZERO);
    return new FaultSpec.Unreliable(
        target(of),
        percent(fields, "loss", 0),
        percent(fields, "duplicate", 0),
        reorder,
        percent(fields, "late", FaultSpec.Unreliable.USUALLY_LATE));
  }

  private static FaultSpec atNodes(String kind, Target target) {
    return switch (kind) {
      case "kill" -> new FaultSpec.Kill(target);
      case "pause" -> new FaultSpec.Pause(target);
      case "power-loss" -> new FaultSpec.PowerLoss(target);
      case "wipe" -> new FaultSpec.Wipe(target);
      case "corrupt" -> new FaultSpec.Corrupt(target);
      case "remove" -> new FaultSpec.Remove(target);
      default -> throw new IllegalArgumentException("no fault of nodes: " + kind);
    };
  }

  private static int percent(Fields fields, String key, int leftOut) {
    return fields.get(key).map(item -> (int) item.number(0, 100)).orElse(leftOut);
  }

  private static FaultSpec shape(String kind, boolean withClients) {
    return switch (kind) {
      case "halves" -> new FaultSpec.Halves(withClients);
      case "majorities-ring" -> new FaultSpec.MajoritiesRing();
      case "bridge" -> new FaultSpec.Bridge();
      default -> throw new IllegalArgumentException("no shape: " + kind);
    };
  }

  private static boolean withClients(Fields fields) {
    return fields.get("with-clients").map(Item::flag).orElse(false);
  }

  private static Target target(Item item) {
    if (item.isList()) {
      List<String> names =
          item.items(Vocabulary.MAX_NAMES).stream().map(Item::text).distinct().toList();
      if (names.isEmpty()) {
        throw item.complaint("a list of nodes needs at least one name");
      }
      return new Target.Named(names);
    }
    if (!item.isScalar()) {
      Item more = item.fields(List.of(Vocabulary.LEADER_AND)).required(Vocabulary.LEADER_AND);
      return new Target.LeaderAnd((int) more.number(0, Vocabulary.MAX_NAMES));
    }
    return switch (item.oneOf("role", Vocabulary.ROLES)) {
      case "leader" -> new Target.Leader();
      case "follower" -> new Target.Follower();
      case "bystander" -> new Target.Bystander();
      case "one" -> new Target.One();
      case "minority" -> new Target.Minority();
      case "leader-minority" -> new Target.LeaderMinority();
      case "majority" -> new Target.Majority();
      default -> new Target.All();
    };
  }

  private static List<Link> links(Item item) {
    List<Link> links = new ArrayList<>();
    for (Item link : item.items(Vocabulary.MAX_LINKS)) {
      links.add(link(link));
    }
    if (links.isEmpty()) {
      throw item.complaint("a cut needs at least one link");
    }
    return links;
  }

  private static Link link(Item item) {
    String text = item.text();
    int arrow = text.indexOf("->");
    String from = arrow < 0 ? "" : text.substring(0, arrow).strip();
    String to = arrow < 0 ? "" : text.substring(arrow + 2).strip();
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      throw item.complaint(
          "a link is written n1->n2, from one place to another, got " + Words.quoted(text));
    }
    return new Link(from, to);
  }
}
