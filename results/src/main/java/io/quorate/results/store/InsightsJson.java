package io.quorate.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.checker.Analysis;
import io.quorate.checker.Verdict;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.TraceReview;
import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.checker.severity.Breach;
import io.quorate.checker.severity.Severity;
import io.quorate.checker.severity.Staleness;
import io.quorate.results.insight.Caught;
import io.quorate.results.insight.Insights;
import io.quorate.results.stat.Interval;

/** What was found out beside a verdict, as JSON. */
final class InsightsJson {
  private InsightsJson() {}

  /** Puts what there is into {@code json}. */
  static void put(ObjectNode json, Insights insights, Analysis analysis) {
    Power power = insights.power();
    if (power != null) {
      json.set("power", power(power));
    }
    Severity severity = insights.severity();
    if (severity != null) {
      json.set("severity", severity(severity));
    }
    TraceReview traces = insights.traces();
    if (traces != null) {
      json.set("traces", traces(traces, analysis));
    }
  }

  private static ObjectNode traces(TraceReview review, Analysis analysis) {
    boolean outside = analysis.overall() instanceof Verdict.NotLinearizable;
    ObjectNode json = Json.object();
    ObjectNode lines = json.putObject("lines");
    review.lines().forEach(lines::put);
    json.set("gaps", Json.texts(review.gaps()));
    json.put("allBroken", review.all());
    json.put("caughtInsideOnly", !review.kept() && !outside);
    json.put("caughtOutsideOnly", review.kept() && outside);
    ArrayNode broken = json.putArray("broken");
    for (BrokenLaw law : review.broken()) {
      ObjectNode one = broken.addObject();
      one.put("law", Json.word(law.law()));
      one.put("node", law.node());
      one.put("boot", law.boot());
      one.put("seq", law.sequence());
      one.put("sentence", law.sentence());
    }
    return json;
  }

  private static ObjectNode power(Power power) {
    ObjectNode json = Json.object();
    json.put("nanos", power.nanos());
    ArrayNode damages = json.putArray("damages");
    for (Share share : power.shares()) {
      Interval interval = Caught.interval(share);
      ObjectNode one = damages.addObject();
      one.put("damage", Json.word(share.damage()));
      one.put("places", share.places());
      one.put("every", share.every());
      one.put("tried", share.tried());
      one.put("caught", share.caught());
      one.put("legal", share.legal());
      one.put("undecided", share.undecided());
      if (share.places() > 0) {
        one.put("low", interval.low());
        one.put("high", interval.high());
      }
    }
    return json;
  }

  private static ObjectNode severity(Severity severity) {
    ObjectNode json = Json.object();
    json.put("nanos", severity.nanos());
    Staleness staleness = severity.staleness();
    if (staleness != null) {
      ObjectNode stale = json.putObject("staleness");
      stale.put("reads", staleness.reads());
      stale.put("nanos", staleness.nanos());
      stale.put("longestRow", staleness.longest().index());
      stale.put("versions", staleness.versions());
      stale.put("farthestRow", staleness.farthest().index());
    }
    json.put("brokenPromises", severity.allBreaches());
    ArrayNode breaches = json.putArray("promises");
    for (Breach breach : severity.breaches()) {
      ObjectNode one = breaches.addObject();
      one.put("promise", Json.word(breach.promise()));
      one.put("process", breach.later().process());
      one.put("key", breach.later().invocation().key());
      one.put("earlierRow", breach.earlier().index());
      one.put("laterRow", breach.later().index());
    }
    json.put("sequential", Json.word(severity.sequential()));
    return json;
  }
}
