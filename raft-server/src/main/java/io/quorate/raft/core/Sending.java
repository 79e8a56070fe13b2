package io.quorate.raft.core;

import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.protocol.PeerMessage.AppendRequest;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.state.Progress;
import java.util.List;

/** What a leader sends to one peer, and how much of it at a time. */
final class Sending {
  private final Node node;

  Sending(Node node) {
    this.node = node;
  }

  /** Sends the entries the peer lacks, or, when it must be heard, at least a heartbeat. */
  void flush(Leader leader, String peer, Progress progress, boolean heard) {
    if (progress.next() - 1 < node.log().before().index()) {
      bringSnapshot(leader, peer, progress, heard);
      return;
    }
    boolean silent = heard;
    while (progress.hasRoom() && progress.next() <= node.log().lastIndex()) {
      long previous = progress.next() - 1;
      List<LogEntry> entries = batch(progress.next());
      progress.sending(previous + entries.size(), leader.round());
      send(leader, peer, previous, entries);
      silent = false;
    }
    if (silent) {
      beat(leader, peer, progress);
    }
  }

  /**
   * The entries it lacks are gone (7). When all parts are there, it is asked again at each beat.
   */
  private void bringSnapshot(Leader leader, String peer, Progress progress, boolean heard) {
    SnapshotId id = node.snapshot();
    if (progress.partDue(id) && (heard || progress.offset() < id.size())) {
      progress.sendingPart(leader.round());
      node.out().sendSnapshot(peer, id, node.term(), progress.offset(), leader.round());
    }
    if (heard) {
      beat(leader, peer, progress);
    }
  }

  /** Nothing but its being there; it claims no agreement on entries that are gone. */
  private void beat(Leader leader, String peer, Progress progress) {
    boolean known = progress.match() >= node.log().before().index();
    send(leader, peer, known ? progress.match() : 0, List.of());
  }

  private void send(Leader leader, String peer, long previous, List<LogEntry> entries) {
    AppendRequest request =
        new AppendRequest(
            node.term(),
            previous,
            node.log().termAt(previous),
            entries,
            node.commit(),
            leader.round());
    node.out().send(Promise.APPEND_REQUEST, peer, request);
  }

  private List<LogEntry> batch(long first) {
    long bytes = 0;
    long last = first;
    long limit = Math.min(node.log().lastIndex(), first - 1 + node.config().maxAppendEntries());
    for (LogEntry entry : node.log().slice(first, limit)) {
      bytes += entry.size();
      if (bytes > node.config().maxAppendBytes() && entry.index() > first) {
        break;
      }
      last = entry.index();
    }
    return node.log().slice(first, last);
  }
}
