package io.quorate.checker.power;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.history.Completion;
import io.quorate.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the checker would have caught in a history of registers: damages copies of it, each
 * in one place drawn by lot, and has the damaged key judged again.
 *
 * <p>The places are drawn from the seed of the history, one stream for each {@link Damage}, so the
 * same history gives the same draws. The ways take turns, so that where the time is over each has
 * had its share. A place on a key that was not decided counts as undecided without a trial.
 */
public final class PowerMeter {
  /** The most copies damaged in one way. */
  public static final int MOST_DAMAGES = 40;

  /** Which part of the whole time one copy may take at most. */
  private static final int LONGEST_SHARE = 20;

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final History history;
  private final RegisterModel model;
  private final Options options;
  private final long end;
  private final List<KeyPlaces> keys = new ArrayList<>();

  private PowerMeter(History history, RegisterModel model, Options options, long end) {
    this.history = history;
    this.model = model;
    this.options = options;
    this.end = end;
  }

  /**
   * Measures the detection power of a history; empty where the time was over before all places were
   * known.
   *
   * @param analysis what the checker said of it, without a violation
   * @param options the budget for all copies together; what a refused cas says is the analysis'
   * @throws IllegalArgumentException when the analysis has a violation
   */
  public static Optional<Power> measure(
      History history, RegisterModel model, Analysis analysis, Options options) {
    if (analysis.overall() instanceof Verdict.NotLinearizable) {
      throw new IllegalArgumentException("only what is legal can be damaged");
    }
    long start = options.nanoTime().getAsLong();
    long end = start + options.budget().time().toNanos();
    Options each = options.failedCas(analysis.failedCas()).withoutCounterexamples();
    PowerMeter meter = new PowerMeter(history, model, each, end);
    if (!meter.find(analysis)) {
      return Optional.empty();
    }
    List<Share> shares = meter.shares();
    return Optional.of(new Power(shares, options.nanoTime().getAsLong() - start));
  }

  private boolean find(Analysis analysis) {
    Set<String> undecided = new TreeSet<>();
    for (KeyVerdict key : analysis.keys(Verdict.Undecided.class)) {
      undecided.add(name(key.key()));
    }
    for (Operations one : Operations.split(history, analysis.failedCas(), model::call)) {
      if (left() <= 0) {
        return false;
      }
      Story story = new Story(history, new RegisterOperations(one, model));
      keys.add(new KeyPlaces(history, story, !undecided.contains(name(one.key()))));
    }
    return true;
  }

  private static String name(@Nullable String key) {
    return key == null ? "" : "key " + key;
  }

  private List<Share> shares() {
    Map<Damage, Tally> tallies = new EnumMap<>(Damage.class);
    for (Damage damage : Damage.values()) {
      tallies.put(damage, new Tally(damage, history.header().seed(), keys));
    }
    for (int n = 0; n < MOST_DAMAGES && left() > 0; n++) {
      for (Tally tally : tallies.values()) {
        if (tally.more() && left() > 0) {
          tally.count(trial(tally.draw()));
        }
      }
    }
    return tallies.values().stream().map(Tally::share).toList();
  }

  private long left() {
    return end - options.nanoTime().getAsLong();
  }

  private Verdict trial(Tally.Place place) {
    if (!place.key().decided()) {
      return new Verdict.Undecided("the key was undecided before");
    }
    SortedMap<Integer, Completion> answers = place.key().places(place.damage()).damage(place.at());
    Copy copy = place.key().copies();
    if (!copy.differs(answers)) {
      return new Verdict.Linearizable(List.of());
    }
    long longest = options.budget().time().toNanos() / LONGEST_SHARE;
    long nanos = Math.max(SHORTEST.toNanos(), Math.min(left(), longest));
    Budget budget = new Budget(Duration.ofNanos(nanos), options.budget().memoryBytes());
    return Checker.check(copy.with(answers), model, options.within(budget)).overall();
  }
}
