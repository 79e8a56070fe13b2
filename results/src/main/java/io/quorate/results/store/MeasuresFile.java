package io.quorate.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.history.Disturbance;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Latency;
import io.quorate.results.measures.LatencyRow;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Outage;
import io.quorate.results.measures.Rates;
import io.quorate.results.measures.SideMeasure;
import io.quorate.results.measures.Tallies;
import java.io.IOException;
import java.nio.file.Path;

/** {@code measures.json}: the numbers of a run, for machines. Times are nanoseconds. */
public final class MeasuresFile {
  /** The version of the form this code writes. */
  public static final int VERSION = 1;

  private MeasuresFile() {}

  /** Writes the file, whole or not at all. */
  public static void write(Path file, Measures measures) throws IOException {
    ObjectNode json = Json.object();
    json.put("version", VERSION);
    json.put("endNanos", measures.endNanos());
    json.put("operations", measures.operations());
    json.put("okAfterLastLift", measures.okAfterLastLift());
    json.set("tallies", tallies(measures.tallies()));
    ArrayNode latencies = json.putArray("latencies");
    measures.latencies().forEach(row -> latencies.add(row(row)));
    ArrayNode faults = json.putArray("faults");
    measures.faults().forEach(fault -> faults.add(fault(fault)));
    json.set("notTaken", Json.texts(measures.notTaken().stream().map(Disturbance::id).toList()));
    json.set("harnessStalls", Json.texts(measures.stalls().stream().map(Disturbance::id).toList()));
    json.set("rates", rates(measures.rates()));
    Json.write(file, json);
  }

  private static ObjectNode tallies(Tallies tallies) {
    ObjectNode json = Json.object();
    tallies
        .byFunction()
        .forEach((function, tally) -> {
          ObjectNode counts = json.putObject(function);
          counts.put("attempts", tally.attempts());
          counts.put("ok", tally.ok());
          counts.put("fail", tally.fail());
          counts.put("info", tally.info());
        });
    return json;
  }

  private static ObjectNode row(LatencyRow row) {
    ObjectNode json = Json.object();
    json.put("function", row.function());
    json.put("ending", Json.word(row.ending()));
    json.put("scope", Json.word(row.scope()));
    json.set("fromDue", latency(row.fromDue()));
    json.set("fromSend", latency(row.fromSend()));
    return json;
  }

  private static ObjectNode latency(Latency latency) {
    ObjectNode json = Json.object();
    json.put("count", latency.count());
    json.put("p50", latency.p50());
    json.put("p90", latency.p90());
    json.put("p99", latency.p99());
    json.put("p999", latency.p999());
    json.put("max", latency.max());
    return json;
  }

  private static ObjectNode fault(FaultMeasure fault) {
    ObjectNode json = Json.object();
    json.put("id", fault.fault().id());
    json.put("fault", fault.fault().fault());
    json.put("kind", Json.word(fault.kind()));
    json.put("inForceFrom", fault.inForce().fromNanos());
    json.put("inForceTo", fault.inForce().toNanos());
    json.put("majorityLeft", fault.majorityLeft());
    json.set("overlappedByStalls", Json.texts(fault.stalls()));
    json.set("tallies", tallies(fault.tallies()));
    json.set("outage", outage(fault.outage()));
    ArrayNode sides = json.putArray("sides");
    fault.sides().forEach(side -> sides.add(side(side)));
    return json;
  }

  private static ObjectNode side(SideMeasure side) {
    ObjectNode json = Json.object();
    json.set("nodes", Json.texts(side.side().nodes()));
    json.set("clients", Json.texts(side.side().clients()));
    json.put("majority", side.side().majority());
    json.set("tallies", tallies(side.tallies()));
    json.set("outage", outage(side.outage()));
    ArrayNode rows = json.putArray("okWithoutMajorityRows");
    side.okWithoutMajority().forEach(rows::add);
    return json;
  }

  private static ObjectNode outage(Outage outage) {
    ObjectNode json = Json.object();
    json.put("longest", outage.longestNanos());
    json.put("total", outage.totalNanos());
    json.put("floor", outage.floorNanos());
    if (outage.firstOkInForceNanos() != Disturbance.NEVER) {
      json.put("firstOkInForce", outage.firstOkInForceNanos());
    }
    if (outage.recovered()) {
      json.put("firstOkAfterLift", outage.firstOkAfterLiftNanos());
    }
    return json;
  }

  private static ObjectNode rates(Rates rates) {
    ObjectNode json = Json.object();
    json.put("binNanos", rates.binNanos());
    ArrayNode series = json.putArray("series");
    for (Rates.Series line : rates.series()) {
      ObjectNode one = series.addObject();
      one.put("function", line.function());
      one.put("ending", Json.word(line.ending()));
      ArrayNode values = one.putArray("perSecond");
      line.perSecond().forEach(values::add);
    }
    return json;
  }
}
