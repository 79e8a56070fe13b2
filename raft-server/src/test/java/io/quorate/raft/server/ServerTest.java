package io.quorate.raft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Role;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.sim.Envelope;
import io.quorate.raft.sim.SimNode;
import io.quorate.raft.sim.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One server and its ports. */
class ServerTest {
  private final Recorder recorder = new Recorder();

  @Test
  void aServerAloneIsItsOwnMajority() {
    SimNode alone = node(List.of("n1"));
    started(alone);

    alone.step(new Event.TimerFired(Timer.Name.ELECTION));
    synced(alone);
    alone.step(new Event.FromClient(7, new ClientRequest.Write(1, "x", "1")));
    assertThat(recorder.answers).isEmpty();
    synced(alone);
    alone.step(new Event.FromClient(7, new ClientRequest.Read(2, "x")));

    assertThat(recorder.answers)
        .containsExactly(new ClientResponse.Ok(1), new ClientResponse.Value(2, "1"));
  }

  @Test
  void theBootIsDurableBeforeAnythingElseHappens() {
    SimNode node = node(List.of("n1", "n2", "n3"));

    node.start();
    node.step(new Event.TimerFired(Timer.Name.ELECTION));
    node.step(new Event.FromPeer("n2", new PeerMessage.VoteRequest(5, 0, 0, false)));
    node.step(new Event.FromClient(7, new ClientRequest.Write(1, "x", "1")));

    assertThat(node.sight()).isEmpty();
    assertThat(recorder.sent).isEmpty();
    assertThat(recorder.answers).containsExactly(new ClientResponse.Refused(1, "starting"));
    synced(node);
    assertThat(node.sight().orElseThrow().boot()).isZero();
    assertThat(recorder.timers.get(Timer.Name.ELECTION))
        .isBetween(Duration.ofMillis(300).toNanos(), Duration.ofMillis(450).toNanos());
  }

  @Test
  void eachStartIsCounted() {
    SimNode node = node(List.of("n1", "n2", "n3"));

    for (long boot = 0; boot < 4; boot++) {
      started(node);
      assertThat(node.sight().orElseThrow().boot()).isEqualTo(boot);
      node.stop();
    }
  }

  @Test
  void aStrangersMessageIsNotHeard() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);

    node.step(new Event.FromPeer("n9", new PeerMessage.VoteRequest(5, 0, 0, false)));

    assertThat(node.sight().orElseThrow().term()).isZero();
    assertThat(node.sight().orElseThrow().role()).isEqualTo(Role.FOLLOWER);
  }

  @Test
  void aTimerThatWasCancelledDoesNoHarmWhenItFires() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);

    node.step(new Event.TimerFired(Timer.Name.HEARTBEAT));
    node.step(new Event.TimerFired(Timer.Name.CHECK_QUORUM));

    assertThat(recorder.sent).isEmpty();
    assertThat(node.sight().orElseThrow().role()).isEqualTo(Role.FOLLOWER);
  }

  @Test
  void aFollowerWhoseLeaderHungUpWaitsTwoHeartbeatsForIt() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);
    PeerMessage heartbeat = new PeerMessage.AppendRequest(1, 0, 0, List.of(), 0, 1);
    node.step(new Event.FromPeer("n2", heartbeat));
    synced(node);

    node.step(new Event.PeerGone("n3"));
    long unshortened = recorder.timers.getOrDefault(Timer.Name.ELECTION, 0L);
    node.step(new Event.PeerGone("n2"));

    assertThat(Duration.ofNanos(unshortened)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(recorder.timers.get(Timer.Name.ELECTION))
        .isBetween(Duration.ofMillis(120).toNanos(), Duration.ofMillis(180).toNanos());
    assertThat(recorder.timers.get(Timer.Name.SILENCE)).isEqualTo(Duration.ofMillis(120).toNanos());

    node.step(new Event.FromPeer("n2", heartbeat));
    assertThat(Duration.ofNanos(recorder.timers.getOrDefault(Timer.Name.ELECTION, 0L)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aVoterOfALeaseKeepsItsTimeWhateverHappensToConnections() {
    ServerConfig usual = ServerConfig.standard("n1", List.of("n1", "n2", "n3"));
    ServerConfig leased =
        new ServerConfig(
            "n1",
            usual.servers(),
            usual.initial(),
            usual.timing(),
            true,
            true,
            usual.limits(),
            List.of());
    SimNode node = new SimNode(leased, recorder, new SplittableRandom(1));
    started(node);
    node.step(new Event.FromPeer("n2", new PeerMessage.AppendRequest(1, 0, 0, List.of(), 0, 1)));
    recorder.timers.clear();

    node.step(new Event.PeerGone("n2"));

    assertThat(recorder.timers).isEmpty();
  }

  @Test
  void ofTwoCandidatesOfATermTheOneOfHigherRankStandsAgainSoon() {
    assertThat(electionTimerBesideARival(0)).isEqualTo(Duration.ofMillis(60));
  }

  @Test
  void aCandidateWithAnOlderLogThanItsRivalsWaitsAWholeTimeout() {
    assertThat(electionTimerBesideARival(1)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void amongThreeCandidatesOnlyTheFirstStandsAgainSoon() {
    SimNode node = candidate();
    node.step(new Event.FromPeer("n2", new PeerMessage.VoteRequest(1, 1, 1, false)));
    recorder.timers.clear();

    node.step(new Event.FromPeer("n3", new PeerMessage.VoteRequest(1, 0, 0, false)));

    assertThat(Duration.ofNanos(recorder.timers.getOrDefault(Timer.Name.ELECTION, 0L)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  /** What n1 waits when it and n2 stand in one term, whose log has so many entries more. */
  private Duration electionTimerBesideARival(long more) {
    SimNode node = candidate();
    recorder.timers.clear();
    node.step(new Event.FromPeer("n2", new PeerMessage.VoteRequest(1, more, more, false)));
    return Duration.ofNanos(recorder.timers.getOrDefault(Timer.Name.ELECTION, 0L));
  }

  private SimNode candidate() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);
    node.step(new Event.TimerFired(Timer.Name.ELECTION));
    node.step(new Event.FromPeer("n3", new PeerMessage.PreVoteResponse(0, 0, true)));
    synced(node);
    assertThat(node.sight().orElseThrow().role()).isEqualTo(Role.CANDIDATE);
    return node;
  }

  @Test
  void aDamagedLogStopsTheServerAtStart() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);
    node.stop();
    started(node);
    node.stop();
    byte[] file = node.disk().read("log-00000001");
    file[46] ^= 1;
    node.disk().put("log-00000001", file);

    assertThatThrownBy(node::start)
        .isInstanceOf(ServerStopped.class)
        .hasMessageContaining("n1")
        .hasMessageContaining("damaged at byte 36");
  }

  @Test
  void anEmptyDiskStopsAServerThatServedBefore() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);
    emptied(node);

    assertThatThrownBy(node::start)
        .isInstanceOf(ServerStopped.class)
        .hasMessageContaining("n1")
        .hasMessageContaining("add it again");

    emptied(node);
    node.renew();
    started(node);
    assertThat(node.sight().orElseThrow().boot()).isZero();
  }

  private static void emptied(SimNode node) {
    node.stop();
    node.disk().kill();
    node.disk().list().forEach(node.disk()::delete);
  }

  @Test
  void textThatHasNoUtf8FormIsRefused() {
    SimNode node = node(List.of("n1", "n2", "n3"));
    started(node);

    node.step(new Event.FromClient(7, new ClientRequest.Write(1, "\uD800", "1")));
    node.step(new Event.FromClient(7, new ClientRequest.CompareAndSet(2, "x", "\uDC00", null)));

    assertThat(recorder.answers)
        .containsExactly(
            new ClientResponse.Refused(1, "not Unicode text"),
            new ClientResponse.Refused(2, "not Unicode text"));
  }

  private SimNode node(List<String> voters) {
    ServerConfig config = ServerConfig.standard("n1", voters);
    return new SimNode(config, recorder, new SplittableRandom(1));
  }

  private static void started(SimNode node) {
    node.start();
    synced(node);
  }

  private static void synced(SimNode node) {
    while (node.disk().syncing()) {
      node.step(new Event.Synced(node.disk().completeOldest()));
    }
  }

  private static final class Recorder implements Watcher {
    final List<Envelope> sent = new ArrayList<>();
    final List<ClientResponse> answers = new ArrayList<>();
    final Map<Timer.Name, Long> timers = new TreeMap<>();

    @Override
    public void sent(Envelope envelope) {
      sent.add(envelope);
    }

    @Override
    public void answered(String node, long connection, ClientResponse response) {
      answers.add(response);
    }

    @Override
    public void syncing(String node, long token) {}

    @Override
    public void timer(String node, Timer.Name name, long delayNanos) {
      timers.put(name, delayNanos);
    }

    @Override
    public void noted(String node, String kind, long term, long index, Object... fields) {}
  }
}
