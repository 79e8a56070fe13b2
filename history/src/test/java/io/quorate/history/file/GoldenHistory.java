package io.quorate.history.file;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Entry;
import io.quorate.history.Entry.Phase;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Header;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small whole run as entries, and its file {@code golden/history.jsonl}. To write the file anew
 * after a change of the form: {@code -Dgolden.write=true}; then read the difference.
 */
final class GoldenHistory {
  static final Path FILE = Path.of("src/test/resources/golden/history.jsonl");
  static final Header HEADER =
      new Header(1, "cas-register", Header.FailedCas.OBSERVE, 42, List.of("n1", "n2", "n3"));

  private static final Link OUT = new Link("n1", "n3");
  private static final Link BACK = OUT.reversed();

  private GoldenHistory() {}

  static byte[] bytes() {
    try {
      return Files.readAllBytes(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    quiet(entries);
    cut(entries);
    hostile(entries);
    unlucky(entries);
    return entries;
  }

  private static void quiet(List<Entry> e) {
    e.add(new Entry.Invoked(1_000, 900, 0, new Invocation("write", "x", Value.of(1)), "n1"));
    e.add(new Entry.Invoked(1_200, 1_200, 1, new Invocation("read", "x", Value.NIL), "n2"));
    e.add(new Entry.Completed(2_000, 1, new Completion.Ok(Value.NIL), "n2"));
    e.add(new Entry.Completed(2_100, 0, new Completion.Ok(Value.NIL), "n1"));
    Value swap = Value.sequence(Value.of(5), Value.of(6));
    e.add(new Entry.Invoked(2_200, 2_200, 1, new Invocation("cas", "x", swap), "n2"));
    e.add(new Entry.Completed(2_300, 1, new Completion.Fail(Completion.Fail.MISMATCH), "n2"));
  }

  private static void cut(List<Entry> e) {
    String fault = "partition isolate leader";
    e.add(phase(3_000, "f1", fault, Phase.PLANNED, List.of(), null));
    String resolved = "partition isolate n3";
    e.add(phase(3_100, "f1", resolved, Phase.COMMANDED, List.of(OUT, BACK), null));
    e.add(phase(3_900, "f1", resolved, Phase.CONFIRMED, List.of(OUT, BACK), probed(false)));
    e.add(new Entry.Invoked(4_000, 4_000, 2, new Invocation("write", "y", Value.of(2)), "n3"));
    e.add(new Entry.Completed(9_000, 2, new Completion.Info("timeout"), "n3"));
    e.add(phase(9_500, "f1", resolved, Phase.LIFTED, List.of(OUT, BACK), null));
    e.add(phase(9_900, "f1", resolved, Phase.CONFIRMED_LIFTED, List.of(OUT, BACK), probed(true)));
  }

  private static void hostile(List<Entry> e) {
    Value text = Value.of("\"\\\u0000\u001b[31m\n\u2028\ud800 h\u00e9 \u65e5 \ud83d\ude00");
    Value nested = Value.sequence(text, Value.sequence(), Value.of(Long.MIN_VALUE));
    e.add(new Entry.Invoked(10_000, 10_000, 3, new Invocation("write", "\t", nested), null));
    e.add(new Entry.Completed(10_100, 3, new Completion.Fail("refused: \"\ud83d\ude00\""), null));
  }

  private static void unlucky(List<Entry> e) {
    e.add(phase(11_000, "f2", "kill leader", Phase.PLANNED, List.of(), null));
    e.add(phase(12_000, "f2", "kill leader", Phase.NOT_TAKEN, List.of(), null));
    e.add(phase(12_100, "s1", Disturbance.HARNESS_STALL, Phase.CONFIRMED, List.of(), null));
    e.add(phase(12_200, "s1", Disturbance.HARNESS_STALL, Phase.CONFIRMED_LIFTED, List.of(), null));
    Evidence why = new Evidence(Moment.AFTER_CUT, false, "no such process", List.of());
    e.add(
        new Entry.Disturbed(12_300, "f3", "pause n2", Phase.FAILED, List.of(), List.of("n2"), why));
    e.add(new Entry.Invoked(12_400, 12_400, 0, new Invocation("read", null, Value.NIL), "n1"));
  }

  private static Entry phase(
      long time, String id, String fault, Phase phase, List<Link> links, @Nullable Evidence seen) {
    return new Entry.Disturbed(time, id, fault, phase, links, List.of(), seen);
  }

  private static Evidence probed(boolean arrived) {
    return new Evidence(
        arrived ? Moment.AFTER_HEAL : Moment.AFTER_CUT,
        true,
        arrived ? "2 of 2 nonces arrived" : "0 of 2 nonces arrived",
        List.of(new Evidence.Probe(OUT, arrived), new Evidence.Probe(BACK, arrived)));
  }
}
