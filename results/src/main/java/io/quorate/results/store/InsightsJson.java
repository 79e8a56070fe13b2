package io.quorate.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.results.insight.Caught;
import io.quorate.results.insight.Insights;
import io.quorate.results.stat.Interval;

/** What was found out beside a verdict, as JSON. */
final class InsightsJson {
  private InsightsJson() {}

  /** Puts what there is into {@code json}. */
  static void put(ObjectNode json, Insights insights) {
    Power power = insights.power();
    if (power != null) {
      json.set("power", power(power));
    }
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
}
