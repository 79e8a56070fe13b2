package io.quorate.simulation.cluster;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.laws.ClusterLaws;
import io.quorate.raft.server.Sight;
import io.quorate.raft.sim.Envelope;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the laws of Raft (figure 3) after each step of each server. The first one broken is told;
 * what is seen after it follows from it, and is no longer watched.
 */
final class WhiteBox {
  private final Agenda agenda;
  private final ClusterLaws laws;
  private final List<Finding> findings = new ArrayList<>();
  private boolean broken;

  WhiteBox(Agenda agenda, List<String> nodes) {
    this.agenda = agenda;
    laws = new ClusterLaws(nodes);
  }

  void saw(Sight sight) {
    if (!broken) {
      try {
        laws.saw(sight);
      } catch (BrokenLaw e) {
        broken(e);
      }
    }
  }

  void wiped(String node) {
    laws.wiped(node);
  }

  void sent(Envelope envelope) {
    if (!broken) {
      try {
        laws.sent(envelope.from(), envelope.to(), envelope.message());
      } catch (BrokenLaw e) {
        broken(e);
      }
    }
  }

  /** A law was broken, as we saw or as a server said itself. */
  void broken(BrokenLaw law) {
    if (!broken) {
      broken = true;
      find(Finding.Kind.LAW, String.valueOf(law.getMessage()));
    }
  }

  void find(Finding.Kind kind, String words) {
    findings.add(new Finding(kind, words, agenda.now()));
  }

  List<Finding> findings() {
    return findings;
  }
}
