package io.quorate.raft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.sim.Envelope;
import io.quorate.raft.sim.SimNode;
import io.quorate.raft.sim.Watcher;
import io.quorate.raft.state.Installing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void aStateThatNoSnapshotCouldCarryIsNoLimit() {
    assertThat(StateLimits.STANDARD.mostBytes()).isLessThan(Installing.MOST_BYTES);
    long tooMany = Installing.MOST_BYTES / 3;

    assertThatThrownBy(() -> limits(new StateLimits(1, 1, tooMany)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> limits(new StateLimits(1 << 20, 1 << 10, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StateLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClientOfFullRegistersIsToldSoAndWhatToDo() {
    Answers answers = new Answers();
    SimNode alone = alone(new StateLimits(1, 1, 4 + 1 + 3), answers);

    ask(alone, new ClientRequest.Write(1, "x", "123"));
    ask(alone, new ClientRequest.Write(2, "y", "1"));
    ask(alone, new ClientRequest.Write(3, "x", null));
    ask(alone, new ClientRequest.Write(4, "y", "1"));

    assertThat(answers.all)
        .containsExactly(
            new ClientResponse.Ok(1),
            new ClientResponse.Refused(
                2, "the registers hold as much as they may: delete some, or write shorter values"),
            new ClientResponse.Ok(3),
            new ClientResponse.Ok(4));
  }

  private static SimNode alone(StateLimits state, Answers answers) {
    ServerConfig usual = ServerConfig.standard("n1", List.of("n1"));
    ServerConfig config =
        new ServerConfig(
            "n1",
            usual.servers(),
            usual.initial(),
            usual.timing(),
            true,
            false,
            limits(state),
            List.of());
    SimNode alone = new SimNode(config, answers, new SplittableRandom(1));
    alone.start();
    synced(alone);
    alone.step(new Event.TimerFired(Timer.Name.ELECTION));
    synced(alone);
    return alone;
  }

  private static Limits limits(StateLimits state) {
    Limits usual = Limits.standard();
    return new Limits(
        usual.maxProposals(),
        usual.maxReads(),
        usual.maxKeyChars(),
        usual.maxValueChars(),
        usual.maxAppendEntries(),
        usual.maxAppendBytes(),
        usual.maxInFlight(),
        usual.maxHeldMessages(),
        usual.maxArrivals(),
        usual.segmentBytes(),
        usual.snapshotBytes(),
        usual.maxRetained(),
        usual.partBytes(),
        state);
  }

  private static void ask(SimNode node, ClientRequest request) {
    node.step(new Event.FromClient(7, request));
    synced(node);
  }

  private static void synced(SimNode node) {
    while (node.disk().syncing()) {
      node.step(new Event.Synced(node.disk().completeOldest()));
    }
  }

  private static final class Answers implements Watcher {
    final List<ClientResponse> all = new ArrayList<>();

    @Override
    public void sent(Envelope envelope) {}

    @Override
    public void answered(String node, long connection, ClientResponse response) {
      all.add(response);
    }

    @Override
    public void syncing(String node, long token) {}

    @Override
    public void timer(String node, Timer.Name name, long delayNanos) {}

    @Override
    public void noted(String node, String kind, long term, long index, Object... fields) {}
  }
}
