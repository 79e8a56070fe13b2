package io.quorate.raft.protocol;

import io.quorate.raft.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The byte form of what servers answer: types 0x20 to 0x2f. */
public final class ResponseFrames {
  private static final int VALUE = 0x20;
  private static final int OK = 0x21;
  private static final int NO = 0x22;
  private static final int NOT_LEADER = 0x23;
  private static final int REFUSED = 0x24;
  private static final int UNKNOWN = 0x25;
  private static final int STATUS = 0x26;
  private static final int PROBE_ACCOUNT = 0x27;
  private static final int OPENED = 0x28;
  private static final int PAGE = 0x29;

  private ResponseFrames() {}

  /**
   * Returns the frame of {@code response}; reasons that are too long are cut.
   * IllegalArgumentException when a list or another text is out of range.
   */
  public static byte[] encode(ClientResponse response) {
    FrameEncoder out =
        switch (response) {
          case ClientResponse.Value r -> begin(VALUE, r).value(r.value());
          case ClientResponse.Ok r -> begin(OK, r);
          case ClientResponse.No r -> begin(NO, r);
          case ClientResponse.NotLeader r -> begin(NOT_LEADER, r).optionalName(r.leader());
          case ClientResponse.Refused r -> begin(REFUSED, r).reason(r.reason());
          case ClientResponse.Unknown r -> begin(UNKNOWN, r).reason(r.reason());
          case ClientResponse.Opened r -> begin(OPENED, r).i64(r.session());
          case ClientResponse.Page r -> encodePage(r);
          case ClientResponse.Status r -> encodeStatus(r);
          case ClientResponse.ProbeAccount r -> encodeAccount(r);
        };
    return out.finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /** Returns the answer in {@code frame}; MalformedFrameException for anything else. */
  public static ClientResponse decode(byte[] frame) {
    FrameDecoder in = new FrameDecoder(frame, Wire.CLIENT_FRAME_LIMIT);
    long id = in.count();
    return in.end(
        switch (in.type()) {
          case VALUE -> new ClientResponse.Value(id, in.value());
          case OK -> new ClientResponse.Ok(id);
          case NO -> new ClientResponse.No(id);
          case NOT_LEADER -> new ClientResponse.NotLeader(id, in.optionalName());
          case REFUSED -> new ClientResponse.Refused(id, in.reason());
          case UNKNOWN -> new ClientResponse.Unknown(id, in.reason());
          case OPENED -> new ClientResponse.Opened(id, in.count());
          case PAGE -> decodePage(id, in);
          case STATUS -> decodeStatus(id, in);
          case PROBE_ACCOUNT -> decodeAccount(id, in);
          default -> throw in.unknownType();
        });
  }

  private static FrameEncoder begin(int type, ClientResponse response) {
    return new FrameEncoder(type).i64(response.id());
  }

  private static FrameEncoder encodePage(ClientResponse.Page page) {
    FrameEncoder out = begin(PAGE, page).u8(page.last() ? 1 : 0).i32(page.registers().size());
    page.registers().forEach((key, value) -> out.text(key, 1, Wire.KEY_LIMIT).value(value));
    return out;
  }

  private static ClientResponse decodePage(long id, FrameDecoder in) {
    boolean last = in.bool();
    SortedMap<String, String> registers = new TreeMap<>();
    String before = null;
    for (int left = in.items(2 + 1 + 4, Wire.PAGE_LIMIT); left > 0; left--) {
      String key = in.text(1, Wire.KEY_LIMIT);
      String value = in.value();
      boolean ordered = before == null || before.compareTo(key) < 0;
      FrameDecoder.require(ordered && value != null, "register of a page");
      registers.put(key, Objects.requireNonNull(value));
      before = key;
    }
    return new ClientResponse.Page(id, registers, last);
  }

  private static FrameEncoder encodeStatus(ClientResponse.Status status) {
    FrameEncoder out =
        begin(STATUS, status)
            .name(status.node())
            .u8(
                switch (status.role()) {
                  case FOLLOWER -> 0;
                  case CANDIDATE -> 1;
                  case LEADER -> 2;
                  case PRE_CANDIDATE -> 3;
                })
            .i64(status.term())
            .optionalName(status.leader())
            .i64(status.commit())
            .i64(status.applied())
            .i32(sizeOf(status.bugs()));
    status.bugs().forEach(out::name);
    return out;
  }

  private static ClientResponse decodeStatus(long id, FrameDecoder in) {
    String node = in.name();
    Role role =
        switch (in.u8()) {
          case 0 -> Role.FOLLOWER;
          case 1 -> Role.CANDIDATE;
          case 2 -> Role.LEADER;
          case 3 -> Role.PRE_CANDIDATE;
          default -> throw new MalformedFrameException("wrong role");
        };
    long term = in.count();
    String leader = in.optionalName();
    long commit = in.count();
    long applied = in.count();
    int count = in.items(2, Wire.LIST_LIMIT);
    List<String> bugs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bugs.add(in.name());
    }
    return new ClientResponse.Status(id, node, role, term, leader, commit, applied, bugs);
  }

  private static FrameEncoder encodeAccount(ClientResponse.ProbeAccount account) {
    FrameEncoder out = begin(PROBE_ACCOUNT, account).i32(sizeOf(account.arrivals()));
    account.arrivals().forEach(arrival -> out.name(arrival.from()).i64(arrival.nonce()));
    return out;
  }

  private static ClientResponse decodeAccount(long id, FrameDecoder in) {
    int count = in.items(2 + 8, Wire.LIST_LIMIT);
    List<ClientResponse.Arrival> arrivals = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arrivals.add(new ClientResponse.Arrival(in.name(), in.i64()));
    }
    return new ClientResponse.ProbeAccount(id, arrivals);
  }

  private static int sizeOf(List<?> items) {
    if (items.size() > Wire.LIST_LIMIT) {
      throw new IllegalArgumentException("a list of " + items.size() + " items");
    }
    return items.size();
  }
}
