package io.quorate.bench.micro;

import io.quorate.raft.Command;
import io.quorate.raft.LogEntry;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerFrames;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The frame codec, per message or per entry. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {
  private static final int ENTRIES = 64;

  private final ClientRequest write = new ClientRequest.Write(7, "reg7", "0123456789abcdef");
  private final byte[] writeFrame = RequestFrames.encode(write);
  private final ClientResponse ok = new ClientResponse.Ok(7);
  private final byte[] okFrame = ResponseFrames.encode(ok);
  private final PeerMessage append = append();
  private final byte[] appendFrame = PeerFrames.encode(append);

  private static PeerMessage append() {
    List<LogEntry> entries =
        LongStream.rangeClosed(1, ENTRIES)
            .mapToObj(
                index ->
                    new LogEntry(1, index, new Command.Write("reg" + index, "0123456789abcdef")))
            .toList();
    return new PeerMessage.AppendRequest(1, 0, 0, entries, 0, 1);
  }

  /** A client's write. */
  @Benchmark
  public byte[] encodeWrite() {
    return RequestFrames.encode(write);
  }

  /** A client's write. */
  @Benchmark
  public ClientRequest decodeWrite() {
    return RequestFrames.decode(writeFrame);
  }

  /** Its answer. */
  @Benchmark
  public byte[] encodeOk() {
    return ResponseFrames.encode(ok);
  }

  /** Its answer. */
  @Benchmark
  public ClientResponse decodeOk() {
    return ResponseFrames.decode(okFrame);
  }

  /** AppendEntries with 64 entries, each. */
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public byte[] encodeEntry() {
    return PeerFrames.encode(append);
  }

  /** AppendEntries with 64 entries, each. */
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public PeerMessage decodeEntry() {
    return PeerFrames.decode(appendFrame);
  }
}
