package io.quorate.raft.protocol;

import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import java.util.ArrayList;
import java.util.List;

/** The byte form of what servers say to one another: types 0x40 to 0x4f. */
public final class PeerFrames {
  private static final int VOTE_REQUEST = 0x40;
  private static final int VOTE_RESPONSE = 0x41;
  private static final int APPEND_REQUEST = 0x42;
  private static final int APPEND_RESPONSE = 0x43;
  private static final int PROBE = 0x44;
  private static final int PRE_VOTE_REQUEST = 0x45;
  private static final int PRE_VOTE_RESPONSE = 0x46;
  private static final int INSTALL_REQUEST = 0x47;
  private static final int INSTALL_RESPONSE = 0x48;
  private static final int TIMEOUT_NOW = 0x49;

  /** Term, index, kind. */
  private static final int LEAST_ENTRY = 8 + 8 + 1;

  private PeerFrames() {}

  /**
   * Returns the frame of {@code message}; IllegalArgumentException when it passes {@link
   * Wire#PEER_FRAME_LIMIT}. Who builds append requests bounds their entries so that it never does.
   */
  public static byte[] encode(PeerMessage message) {
    FrameEncoder out =
        switch (message) {
          case PeerMessage.PreVoteRequest m ->
              begin(PRE_VOTE_REQUEST, m).i64(m.lastLogIndex()).i64(m.lastLogTerm());
          case PeerMessage.PreVoteResponse m ->
              begin(PRE_VOTE_RESPONSE, m).i64(m.askedIn()).u8(m.granted() ? 1 : 0);
          case PeerMessage.VoteRequest m ->
              begin(VOTE_REQUEST, m)
                  .i64(m.lastLogIndex())
                  .i64(m.lastLogTerm())
                  .u8(m.transfer() ? 1 : 0);
          case PeerMessage.VoteResponse m -> begin(VOTE_RESPONSE, m).u8(m.granted() ? 1 : 0);
          case PeerMessage.AppendRequest m -> encodeAppend(m);
          case PeerMessage.AppendResponse m ->
              begin(APPEND_RESPONSE, m)
                  .u8(m.success() ? 1 : 0)
                  .i64(m.matchIndex())
                  .i64(m.conflictTerm())
                  .i64(m.conflictIndex())
                  .i64(m.round());
          case PeerMessage.InstallRequest m ->
              encodeId(begin(INSTALL_REQUEST, m), m.id())
                  .i32(m.offset())
                  .i64(m.round())
                  .chunk(m.chunk());
          case PeerMessage.InstallResponse m ->
              encodeId(begin(INSTALL_RESPONSE, m), m.id()).i32(m.received()).i64(m.round());
          case PeerMessage.TimeoutNow m -> begin(TIMEOUT_NOW, m);
          case PeerMessage.Probe m ->
              begin(PROBE, m).i64(m.nonce()).reason(m.note() == null ? "" : m.note());
        };
    return out.finish(Wire.PEER_FRAME_LIMIT);
  }

  /** Returns the message in {@code frame}; MalformedFrameException for anything else. */
  public static PeerMessage decode(byte[] frame) {
    FrameDecoder in = new FrameDecoder(frame, Wire.PEER_FRAME_LIMIT);
    long term = in.count();
    return in.end(
        switch (in.type()) {
          case PRE_VOTE_REQUEST -> new PeerMessage.PreVoteRequest(term, in.count(), in.count());
          case PRE_VOTE_RESPONSE -> new PeerMessage.PreVoteResponse(term, in.count(), in.bool());
          case VOTE_REQUEST -> new PeerMessage.VoteRequest(term, in.count(), in.count(), in.bool());
          case VOTE_RESPONSE -> new PeerMessage.VoteResponse(term, in.bool());
          case APPEND_REQUEST -> decodeAppend(term, in);
          case APPEND_RESPONSE ->
              new PeerMessage.AppendResponse(
                  term, in.bool(), in.count(), in.count(), in.count(), in.count());
          case INSTALL_REQUEST -> decodeInstall(term, in);
          case INSTALL_RESPONSE ->
              new PeerMessage.InstallResponse(term, decodeId(in), in.size(), in.count());
          case TIMEOUT_NOW -> new PeerMessage.TimeoutNow(term);
          case PROBE -> decodeProbe(term, in);
          default -> throw in.unknownType();
        });
  }

  private static FrameEncoder begin(int type, PeerMessage message) {
    return new FrameEncoder(type).i64(message.term());
  }

  private static FrameEncoder encodeId(FrameEncoder out, SnapshotId id) {
    return out.i64(id.term()).i64(id.index()).i32(id.size()).i32(id.crc());
  }

  private static SnapshotId decodeId(FrameDecoder in) {
    return new SnapshotId(in.count(), in.count(), in.size(), in.i32());
  }

  private static PeerMessage decodeInstall(long term, FrameDecoder in) {
    SnapshotId id = decodeId(in);
    int offset = in.size();
    long round = in.count();
    return new PeerMessage.InstallRequest(term, id, offset, in.chunk(), round);
  }

  private static PeerMessage decodeProbe(long term, FrameDecoder in) {
    long nonce = in.i64();
    String note = in.reason();
    return new PeerMessage.Probe(term, nonce, note.isEmpty() ? null : note);
  }

  private static FrameEncoder encodeAppend(PeerMessage.AppendRequest request) {
    int bytes = Wire.APPEND_OVERHEAD;
    for (LogEntry entry : request.entries()) {
      bytes += entry.size();
    }
    FrameEncoder out =
        new FrameEncoder(APPEND_REQUEST, bytes)
            .i64(request.term())
            .i64(request.previousIndex())
            .i64(request.previousTerm())
            .i64(request.leaderCommit())
            .i64(request.round())
            .i32(request.entries().size());
    request.entries().forEach(out::entry);
    return out;
  }

  private static PeerMessage decodeAppend(long term, FrameDecoder in) {
    long previousIndex = in.count();
    long previousTerm = in.count();
    long leaderCommit = in.count();
    long round = in.count();
    int count = in.items(LEAST_ENTRY, Integer.MAX_VALUE);
    List<LogEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(in.entry());
    }
    return new PeerMessage.AppendRequest(
        term, previousIndex, previousTerm, entries, leaderCommit, round);
  }
}
