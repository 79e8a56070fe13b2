package io.quorate.runner.campaign;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.runner.campaign.Sign.Kind;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.runner.shrink.Play;
import io.quorate.runner.shrink.Shrinker;
import io.quorate.runner.shrink.Shrunk;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Shrinks red trials in virtual time. A smaller trial counts as red when it shows the same kind of
 * sign, and when it does not accuse the correct server of it, too.
 */
public final class TrialShrinker {
  /** Seeds on which a shrunk plan is tried: how sure its schedule is without luck. */
  public static final int TRIES = 50;

  /** Trials that are enough for most. */
  public static final int USUAL_LIMIT = 3_000;

  private static final String CORRECT = "raft";

  private TrialShrinker() {}

  /**
   * A plan made small.
   *
   * @param words the first sign that it shows
   * @param shown on how many of {@link #TRIES} other seeds it shows one of this kind
   */
  public record Small(Shrunk shrunk, String words, int shown) {}

  /** Returns the plan of a trial that a campaign played. */
  public static Plan planOf(long campaignSeed, TrialRecord trial) {
    return Swarm.plan(
        campaignSeed,
        trial.run(),
        Schedules.named(trial.schedule()),
        CampaignRun.system(trial.bug()));
  }

  /**
   * Makes {@code plan} small; nothing when it is not red.
   *
   * @param limit most trials played
   */
  public static Optional<Small> shrink(Plan plan, int limit) {
    Optional<Kind> kind = first(TrialPlayer.play(plan)).map(Sign::kind);
    return kind.flatMap(
        same -> new Shrinker(p -> seen(p, same), limit).shrink(plan).map(s -> small(s, same)));
  }

  private static Small small(Shrunk shrunk, Kind kind) {
    Plan plan = shrunk.plan();
    String words = sign(TrialPlayer.play(plan), kind).map(Sign::words).orElse("");
    long shown =
        IntStream.rangeClosed(1, TRIES)
            .filter(i -> red(PlanBuilder.of(plan).seed(plan.seed() + i).build(), kind).isPresent())
            .count();
    return new Small(named(shrunk), words, (int) shown);
  }

  private static Shrunk named(Shrunk shrunk) {
    Plan plan = shrunk.plan();
    Schedule left = plan.schedule();
    Schedule named =
        new Schedule(
            left.name() + "-shrunk",
            "what is left of " + left.name() + ", and still shows " + plan.system(),
            left.minNodes(),
            left.repeat(),
            left.steps());
    Plan renamed = PlanBuilder.of(plan).schedule(named).name(named.name()).build();
    return new Shrunk(renamed, shrunk.redNanos(), shrunk.plays(), shrunk.whole());
  }

  private static Play.Seen seen(Plan plan, Kind kind) {
    Trialled trial = TrialPlayer.play(plan);
    OptionalLong red = time(sign(trial, kind));
    boolean unjust =
        red.isPresent()
            && !plan.system().equals(CORRECT)
            && red(PlanBuilder.of(plan).system(CORRECT).build(), kind).isPresent();
    return new Play.Seen(unjust ? OptionalLong.empty() : red, trial.played().executed());
  }

  private static OptionalLong red(Plan plan, Kind kind) {
    return time(sign(TrialPlayer.play(plan), kind));
  }

  private static OptionalLong time(Optional<Sign> sign) {
    return sign.isPresent() ? OptionalLong.of(sign.get().atNanos()) : OptionalLong.empty();
  }

  private static Optional<Sign> first(Trialled trial) {
    return trial.outside().or(() -> trial.signs().stream().findFirst());
  }

  private static Optional<Sign> sign(Trialled trial, Kind kind) {
    return trial.signs().stream().filter(sign -> sign.kind() == kind).findFirst();
  }
}
