package io.quorate.raft.protocol;

import io.quorate.raft.Command;
import java.util.List;

/**
 * The byte form of what clients ask: types 0x10 to 0x1f, of operators 0x30 to 0x3f. Request ids are
 * from 1.
 */
public final class RequestFrames {
  private static final int READ = 0x10;
  private static final int WRITE = 0x11;
  private static final int COMPARE_AND_SET = 0x12;
  private static final int STATUS = 0x13;
  private static final int PROBE = 0x14;
  private static final int PROBE_PEERS = 0x15;
  private static final int PROBE_ACCOUNT = 0x16;
  private static final int EXECUTE = 0x17;
  private static final int SCAN = 0x18;
  private static final int TRANSFER_LEADERSHIP = 0x30;
  private static final int RECONFIGURE = 0x31;

  private RequestFrames() {}

  /** Returns the frame of {@code request}; IllegalArgumentException when a text is out of range. */
  public static byte[] encode(ClientRequest request) {
    if (request.id() <= Wire.CONNECTION_ID) {
      throw new IllegalArgumentException("request ids are from 1, got " + request.id());
    }
    FrameEncoder out =
        switch (request) {
          case ClientRequest.Read r -> begin(READ, r).text(r.key(), 1, Wire.KEY_LIMIT);
          case ClientRequest.Write r ->
              begin(WRITE, r).text(r.key(), 1, Wire.KEY_LIMIT).value(r.value());
          case ClientRequest.CompareAndSet r ->
              begin(COMPARE_AND_SET, r)
                  .text(r.key(), 1, Wire.KEY_LIMIT)
                  .value(r.expected())
                  .value(r.replacement());
          case ClientRequest.Execute r -> begin(EXECUTE, r).command(r.command());
          case ClientRequest.Scan r ->
              begin(SCAN, r).text(r.prefix(), 0, Wire.KEY_LIMIT).value(r.after()).i32(r.most());
          case ClientRequest.TransferLeadership r ->
              begin(TRANSFER_LEADERSHIP, r).optionalName(r.to());
          case ClientRequest.Reconfigure r ->
              begin(RECONFIGURE, r).names(r.voters()).names(r.learners());
          case ClientRequest.Status r -> begin(STATUS, r);
          case ClientRequest.Probe r -> begin(PROBE, r).name(r.from()).i64(r.nonce());
          case ClientRequest.ProbePeers r -> begin(PROBE_PEERS, r).i64(r.nonce());
          case ClientRequest.ProbeAccount r -> begin(PROBE_ACCOUNT, r);
        };
    return out.finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /** Returns the request in {@code frame}; MalformedFrameException for anything else. */
  public static ClientRequest decode(byte[] frame) {
    FrameDecoder in = new FrameDecoder(frame, Wire.CLIENT_FRAME_LIMIT);
    long id = in.i64();
    FrameDecoder.require(id > Wire.CONNECTION_ID, "request id");
    return in.end(
        switch (in.type()) {
          case READ -> new ClientRequest.Read(id, in.text(1, Wire.KEY_LIMIT));
          case WRITE -> new ClientRequest.Write(id, in.text(1, Wire.KEY_LIMIT), in.value());
          case COMPARE_AND_SET ->
              new ClientRequest.CompareAndSet(
                  id, in.text(1, Wire.KEY_LIMIT), in.value(), in.value());
          case EXECUTE -> execute(id, in);
          case SCAN -> scan(id, in);
          case TRANSFER_LEADERSHIP -> new ClientRequest.TransferLeadership(id, in.optionalName());
          case RECONFIGURE -> reconfigure(id, in);
          case STATUS -> new ClientRequest.Status(id);
          case PROBE -> new ClientRequest.Probe(id, in.name(), in.i64());
          case PROBE_PEERS -> new ClientRequest.ProbePeers(id, in.i64());
          case PROBE_ACCOUNT -> new ClientRequest.ProbeAccount(id);
          default -> throw in.unknownType();
        });
  }

  private static ClientRequest execute(long id, FrameDecoder in) {
    Command command = in.command();
    boolean client = !(command instanceof Command.Noop || command instanceof Command.Configure);
    FrameDecoder.require(client, "kind of command");
    return new ClientRequest.Execute(id, command);
  }

  private static ClientRequest scan(long id, FrameDecoder in) {
    String prefix = in.text(0, Wire.KEY_LIMIT);
    String after = in.value();
    int most = in.i32();
    FrameDecoder.require(most >= 1 && most <= Wire.PAGE_LIMIT, "length of a page");
    return new ClientRequest.Scan(id, prefix, after, most);
  }

  private static ClientRequest reconfigure(long id, FrameDecoder in) {
    List<String> voters = in.names();
    List<String> learners = in.names();
    FrameDecoder.configuration(voters, List.of(), learners);
    return new ClientRequest.Reconfigure(id, voters, learners);
  }

  private static FrameEncoder begin(int type, ClientRequest request) {
    return new FrameEncoder(type).i64(request.id());
  }
}
