package io.quorate.cli.campaign;

import io.quorate.nemesis.yaml.Fields;
import io.quorate.nemesis.yaml.Item;
import io.quorate.results.campaign.gate.GatePolicy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the policy of a gate from YAML. */
final class PolicyReader {
  private static final int MOST = 10_000_000;
  private static final double PERCENT = 100;

  /** What may stand in a policy, with its meaning. */
  static final String KEYS =
      """
      schedule: everything     # whose trials are looked at; must be there
      bugs-found: 17           # it finds at least so many known bugs, else exit 2
      bugs: [B01, B07]         # it finds these, else exit 2
      conclusive-runs: 300     # so many trials of the correct server say something, else exit 2
      violations-under: 1      # percent of runs, at 95 % confidence, one-sided, else exit 2
      seconds-a-find: 60       # a find costs no more seconds under test, else exit 3
      """;

  private static final List<String> KNOWN =
      KEYS.lines().map(line -> line.substring(0, line.indexOf(':'))).toList();

  private PolicyReader() {}

  static GatePolicy read(String source, String text) {
    Fields fields = Item.document(source, text).fields(KNOWN);
    return new GatePolicy(
        fields.required("schedule").text(),
        whole(fields, "bugs-found"),
        fields
            .get("bugs")
            .map(item -> item.items(MOST).stream().map(Item::text).distinct().toList())
            .orElse(List.of()),
        whole(fields, "conclusive-runs"),
        number(fields, "violations-under", PERCENT, PERCENT),
        number(fields, "seconds-a-find", MOST, 1));
  }

  private static OptionalInt whole(Fields fields, String key) {
    return fields
        .get(key)
        .map(item -> OptionalInt.of((int) item.number(1, MOST)))
        .orElse(OptionalInt.empty());
  }

  private static OptionalDouble number(Fields fields, String key, double most, double unit) {
    return fields
        .get(key)
        .map(item -> OptionalDouble.of(item.positive(most) / unit))
        .orElse(OptionalDouble.empty());
  }
}
