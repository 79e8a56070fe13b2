package io.quorate.raft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.SnapshotId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The very bytes of docs/raft-protocol.md, computed by another program. A change here is a new
 * protocol version.
 */
class GoldenFramesTest {
  @Test
  void aClientSaysHelloInTheseBytes() {
    assertThat(hex(HelloFrames.encode(Hello.client("run7", "c1"))))
        .isEqualTo("0000001701015152465401000472756e3700026331000017a12c40");
  }

  @Test
  void aServerSaysHelloInTheseBytes() {
    assertThat(hex(HelloFrames.encode(Hello.peer("run7", "n1", "n2"))))
        .isEqualTo("0000001901015152465402000472756e3700026e3100026e321c2878cc");
  }

  @Test
  void requestsAreTheseBytes() {
    assertThat(request(new ClientRequest.Read(7, "x")))
        .isEqualTo("0000001101100000000000000007000178644369ed");
    assertThat(request(new ClientRequest.Write(7, "x", "i:42")))
        .isEqualTo("000000190111000000000000000700017800000004693a3432abb5be81");
    assertThat(request(new ClientRequest.CompareAndSet(7, "x", null, "é")))
        .isEqualTo("0000001b01120000000000000007000178ffffffff00000002c3a941d75c66");
    assertThat(request(new ClientRequest.Status(7)))
        .isEqualTo("0000000e0113000000000000000790e570d3");
    assertThat(request(new ClientRequest.Probe(7, "c1", 99)))
        .isEqualTo("0000001a0114000000000000000700026331000000000000006351f01647");
  }

  @Test
  void whatOperatorsAskIsTheseBytes() {
    assertThat(request(new ClientRequest.TransferLeadership(7, "n2")))
        .isEqualTo("000000120130000000000000000700026e3265d397f1");
    assertThat(request(new ClientRequest.TransferLeadership(7, null)))
        .isEqualTo("000000100130000000000000000700008850c2bf");
  }

  @Test
  void updatesSessionsAndScansAreTheseBytes() {
    assertThat(request(new ClientRequest.Execute(7, new Command.Append("x", "a"))))
        .isEqualTo("0000001701170000000000000007040001780000000161b06583e8");
    Command.Update add = new Command.Add("n", 5);
    assertThat(request(new ClientRequest.Execute(7, new Command.InSession(2, 1, 1, add))))
        .isEqualTo(
            "00000033011700000000000000070700000000000000020000000000000001000000000000000105"
                + "00016e000000000000000581824df9");
    assertThat(request(new ClientRequest.Execute(7, new Command.OpenSession())))
        .isEqualTo("0000000f011700000000000000070697a23611");
    assertThat(request(new ClientRequest.Scan(7, "x", null, 10)))
        .isEqualTo("0000001901180000000000000007000178ffffffff0000000ab5337ba5");
    assertThat(response(new ClientResponse.Opened(7, 2)))
        .isEqualTo("00000016012800000000000000070000000000000002c925d983");
    assertThat(response(new ClientResponse.Page(7, new TreeMap<>(Map.of("x", "ab")), true)))
        .isEqualTo("0000001c0129000000000000000701000000010001780000000261624ea71bcc");
  }

  @Test
  void aMembershipChangeIsTheseBytes() {
    assertThat(request(new ClientRequest.Reconfigure(7, List.of("n1", "n2"), List.of("n3"))))
        .isEqualTo("0000001c013100000000000000070200026e3100026e320100026e336e647596");
    Quorum joint = new Quorum(List.of("n1", "n2"), List.of("n1"));
    Command configure = new Command.Configure(new Configuration(joint, List.of("n3")));
    List<LogEntry> entries = List.of(new LogEntry(3, 12, configure));
    assertThat(peer(new PeerMessage.AppendRequest(3, 11, 3, entries, 11, 5)))
        .isEqualTo(
            "0000005601420000000000000003000000000000000b0000000000000003000000000000000b0000"
                + "000000000005000000010000000000000003000000000000000c100200026e3100026e320100026e310100026e331e1224a4");
  }

  @Test
  void partsOfSnapshotsAreTheseBytes() {
    SnapshotId id = new SnapshotId(2, 9, 10, -1);
    Chunk part = Chunk.of("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(peer(new PeerMessage.InstallRequest(3, id, 4, part, 5)))
        .isEqualTo(
            "0000003901470000000000000003000000000000000200000000000000090000000affffffff0000"
                + "000400000000000000050000000361626338fe87ae");
    assertThat(peer(new PeerMessage.InstallResponse(3, id, 7, 5)))
        .isEqualTo(
            "0000003201480000000000000003000000000000000200000000000000090000000affffffff0000"
                + "0007000000000000000503b2a15a");
  }

  @Test
  void answersAreTheseBytes() {
    assertThat(response(new ClientResponse.Value(7, null)))
        .isEqualTo("0000001201200000000000000007ffffffff3bace24d");
    assertThat(response(new ClientResponse.NotLeader(7, "n2")))
        .isEqualTo("000000120123000000000000000700026e3237b2c21d");
    assertThat(
            response(
                new ClientResponse.Status(7, "n1", Role.LEADER, 3, "n1", 9, 8, List.of("B07"))))
        .isEqualTo(
            "000000380126000000000000000700026e3102000000000000000300026e310000000000000009"
                + "0000000000000008000000010003423037938bd491");
    assertThat(
            response(
                new ClientResponse.ProbeAccount(7, List.of(new ClientResponse.Arrival("n2", -1)))))
        .isEqualTo("0000001e012700000000000000070000000100026e32ffffffffffffffff0140d481");
  }

  @Test
  void messagesBetweenServersAreTheseBytes() {
    assertThat(peer(new PeerMessage.PreVoteRequest(3, 9, 2)))
        .isEqualTo("0000001e01450000000000000003000000000000000900000000000000028ae14362");
    assertThat(peer(new PeerMessage.PreVoteResponse(4, 3, true)))
        .isEqualTo("00000017014600000000000000040000000000000003011e4b608e");
    assertThat(peer(new PeerMessage.VoteRequest(3, 9, 2, false)))
        .isEqualTo("0000001f014000000000000000030000000000000009000000000000000200491ec5b4");
    assertThat(peer(new PeerMessage.VoteRequest(3, 9, 2, true)))
        .isEqualTo("0000001f014000000000000000030000000000000009000000000000000201bb7546b7");
    assertThat(peer(new PeerMessage.TimeoutNow(3)))
        .isEqualTo("0000000e01490000000000000003a6546568");
    assertThat(
            peer(
                new PeerMessage.AppendRequest(
                    3,
                    9,
                    2,
                    List.of(
                        new LogEntry(3, 10, new Command.Noop()),
                        new LogEntry(3, 11, new Command.Write("x", "i:42"))),
                    8,
                    5)))
        .isEqualTo(
            "0000005f0142000000000000000300000000000000090000000000000002000000000000000800000000"
                + "00000005000000020000000000000003000000000000000a000000000000000003000000000000"
                + "000b0100017800000004693a34324e29da3a");
    assertThat(peer(new PeerMessage.AppendResponse(3, true, 11, 0, 0, 5)))
        .isEqualTo(
            "0000002f0143000000000000000301000000000000000b00000000000000000000000000000000000000"
                + "0000000005d6eb9c08");
  }

  @Test
  void whatTheOtherSideWouldRefuseIsNotEvenEncoded() {
    String longKey = "k".repeat(Wire.KEY_LIMIT + 1);
    String longValue = "v".repeat(Wire.VALUE_LIMIT + 1);
    String halfPair = "\uD83D";

    for (ClientRequest impossible :
        List.of(
            new ClientRequest.Read(1, ""),
            new ClientRequest.Read(1, longKey),
            new ClientRequest.Read(1, halfPair),
            new ClientRequest.Read(Wire.CONNECTION_ID, "x"),
            new ClientRequest.Write(1, "x", longValue),
            new ClientRequest.Write(1, "x", halfPair))) {
      assertThatThrownBy(() -> RequestFrames.encode(impossible))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aReasonTooLongIsCutBetweenTwoCharacters() {
    String reason = "€".repeat(Wire.REASON_LIMIT);

    ClientResponse cut =
        ResponseFrames.decode(ResponseFrames.encode(new ClientResponse.Unknown(1, reason)));

    assertThat(cut).isEqualTo(new ClientResponse.Unknown(1, "€".repeat(Wire.REASON_LIMIT / 3)));
  }

  @Test
  void theLargestCommandFitsIntoItsLimits() {
    String value = "v".repeat(Wire.VALUE_LIMIT);
    String key = "k".repeat(Wire.KEY_LIMIT);
    int entries = (Wire.PEER_FRAME_LIMIT - Wire.APPEND_OVERHEAD) / Wire.ENTRY_LIMIT;
    Command.Update cas = new Command.CompareAndSet(key, value, value);
    LogEntry entry = new LogEntry(1, 1, new Command.InSession(1, 1, 1, cas));

    byte[] frame =
        PeerFrames.encode(
            new PeerMessage.AppendRequest(1, 0, 0, Collections.nCopies(entries, entry), 0, 0));

    assertThat(frame.length).isLessThanOrEqualTo(Wire.PEER_FRAME_LIMIT);
    assertThat(frame.length).isGreaterThan(entries * Wire.ENTRY_LIMIT);
  }

  private static String request(ClientRequest request) {
    return hex(RequestFrames.encode(request));
  }

  private static String response(ClientResponse response) {
    return hex(ResponseFrames.encode(response));
  }

  private static String peer(PeerMessage message) {
    return hex(PeerFrames.encode(message));
  }

  private static String hex(byte[] frame) {
    return HexFormat.of().formatHex(frame);
  }
}
