package io.quorate.raft.script;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says things as the scripts show them. */
final class Tell {
  private Tell() {}

  static String message(PeerMessage message) {
    return switch (message) {
      case PeerMessage.PreVoteRequest m ->
          "PreVoteRequest t" + m.term() + " last " + m.lastLogTerm() + "/" + m.lastLogIndex();
      case PeerMessage.PreVoteResponse m ->
          "PreVoteResponse t"
              + m.term()
              + " to t"
              + m.askedIn()
              + (m.granted() ? " granted" : " refused");
      case PeerMessage.VoteRequest m ->
          "VoteRequest t"
              + m.term()
              + " last "
              + m.lastLogTerm()
              + "/"
              + m.lastLogIndex()
              + (m.transfer() ? " chosen by the leader" : "");
      case PeerMessage.VoteResponse m ->
          "VoteResponse t" + m.term() + (m.granted() ? " granted" : " refused");
      case PeerMessage.AppendRequest m ->
          "AppendRequest t"
              + m.term()
              + " after "
              + m.previousTerm()
              + "/"
              + m.previousIndex()
              + " commit "
              + m.leaderCommit()
              + " round "
              + m.round()
              + " "
              + log(m.entries());
      case PeerMessage.AppendResponse m ->
          "AppendResponse t"
              + m.term()
              + (m.success()
                  ? " match " + m.matchIndex()
                  : " conflict " + m.conflictTerm() + "/" + m.conflictIndex())
              + " round "
              + m.round();
      case PeerMessage.InstallRequest m ->
          "InstallRequest t"
              + m.term()
              + " snapshot "
              + m.id().term()
              + "/"
              + m.id().index()
              + " from "
              + m.offset()
              + " "
              + m.chunk()
              + " of "
              + m.id().size()
              + " round "
              + m.round();
      case PeerMessage.InstallResponse m ->
          "InstallResponse t"
              + m.term()
              + " snapshot "
              + m.id().term()
              + "/"
              + m.id().index()
              + " has "
              + m.received()
              + " round "
              + m.round();
      case PeerMessage.TimeoutNow m -> "TimeoutNow t" + m.term();
      case PeerMessage.Probe m -> "Probe " + m.nonce();
    };
  }

  static String response(ClientResponse response) {
    return switch (response) {
      case ClientResponse.Value m -> m.id() + " Value " + text(m.value());
      case ClientResponse.Ok m -> m.id() + " Ok";
      case ClientResponse.No m -> m.id() + " No";
      case ClientResponse.NotLeader m -> m.id() + " NotLeader, try " + text(m.leader());
      case ClientResponse.Refused m -> m.id() + " Refused: " + m.reason();
      case ClientResponse.Unknown m -> m.id() + " Unknown: " + m.reason();
      case ClientResponse.Opened m -> m.id() + " Opened " + m.session();
      case ClientResponse.Page m ->
          m.id() + " Page " + m.registers() + (m.last() ? " last" : " more");
      case ClientResponse.Status m ->
          m.id()
              + " Status "
              + m.role()
              + " t"
              + m.term()
              + " leader "
              + text(m.leader())
              + " commit "
              + m.commit()
              + " applied "
              + m.applied()
              + " bugs "
              + m.bugs();
      case ClientResponse.ProbeAccount m -> m.id() + " ProbeAccount " + m.arrivals();
    };
  }

  static String log(List<LogEntry> entries) {
    return entries.stream().map(Tell::entry).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String entry(LogEntry entry) {
    return entry.term() + "/" + entry.index() + command(entry.command());
  }

  private static String command(Command command) {
    return switch (command) {
      case Command.Noop noop -> "";
      case Command.Configure configure -> ":" + configuration(configure.configuration());
      case Command.OpenSession open -> ":open";
      case Command.InSession once ->
          ":" + once.session() + "#" + once.sequence() + command(once.update());
      case Command.Write write -> ":" + write.key() + "=" + text(write.value());
      case Command.CompareAndSet cas ->
          ":" + cas.key() + "=" + text(cas.expected()) + "?" + text(cas.replacement());
      case Command.Delete delete -> ":" + delete.key() + " gone";
      case Command.Append append -> ":" + append.key() + "<<" + append.suffix();
      case Command.Add add -> ":" + add.key() + "+" + add.delta();
    };
  }

  private static String configuration(Configuration now) {
    String voters = String.join("+", now.quorum().voters());
    String outgoing = now.quorum().joint() ? "," + String.join("+", now.quorum().outgoing()) : "";
    String learners = now.learners().isEmpty() ? "" : ";" + String.join("+", now.learners());
    return "{" + voters + outgoing + learners + "}";
  }

  static String text(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
