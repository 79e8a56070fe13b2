package io.quorate.results.measures.meter;

import io.quorate.history.Operation;
import io.quorate.results.measures.Side;
import io.quorate.results.measures.SideMeasure;
import java.util.ArrayList;
import java.util.List;

/** Collects what the clients of one side did while a fault was in force. */
final class SideMeter {
  private final Side side;
  private final OutageMeter outage;
  private final TallyTable tallies = new TallyTable();
  private final List<Integer> suspicious = new ArrayList<>();

  SideMeter(Side side, OutageMeter outage) {
    this.side = side;
    this.outage = outage;
  }

  Side side() {
    return side;
  }

  OutageMeter outage() {
    return outage;
  }

  /** An operation of one of its clients, invoked in force, that {@code ended} in force or not. */
  void count(Operation operation, boolean ended) {
    tallies.add(operation, ended);
  }

  /** An acknowledged change of state by a client or a node of this side, wholly in force. */
  void acknowledged(Operation operation) {
    if (!side.majority() && suspicious.size() < SideMeasure.LISTED) {
      suspicious.add(operation.index());
    }
  }

  SideMeasure measure(CalmRate calm) {
    return new SideMeasure(
        side, tallies.tallies(), outage.outage(calm.floor(side.clients())), suspicious);
  }
}
