package io.quorate.bench.raft;

import com.alipay.sofa.jraft.Node;
import com.alipay.sofa.jraft.RaftGroupService;
import com.alipay.sofa.jraft.Status;
import com.alipay.sofa.jraft.closure.ReadIndexClosure;
import com.alipay.sofa.jraft.conf.Configuration;
import com.alipay.sofa.jraft.core.NodeImpl;
import com.alipay.sofa.jraft.entity.PeerId;
import com.alipay.sofa.jraft.entity.Task;
import com.alipay.sofa.jraft.option.NodeOptions;
import com.alipay.sofa.jraft.rpc.RaftRpcServerFactory;
import com.alipay.sofa.jraft.rpc.RpcContext;
import com.alipay.sofa.jraft.rpc.RpcProcessor;
import com.alipay.sofa.jraft.rpc.RpcServer;
import com.alipay.sofa.jraft.util.Describer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One server of registers on SOFAJRaft as it comes: log in RocksDB, every write synced, reads by
 * ReadIndex, requests over Bolt.
 *
 * <p>Arguments: its address, all addresses with a comma between, a port that tells about it, a
 * folder for data.
 */
public final class SofaServer implements RpcProcessor<SofaRequest> {
  private static final String GROUP = "bench";
  private static final Pattern SYNCED = Pattern.compile("rocksdb\\.wal\\.synced COUNT : (\\d+)");

  private final SofaRegisters registers = new SofaRegisters();
  private final Node node;

  private SofaServer(PeerId self, String peers, Path data) throws IOException {
    Files.createDirectories(data);
    Configuration cluster = new Configuration();
    if (!cluster.parse(peers)) {
      throw new IllegalArgumentException("no addresses: " + peers);
    }
    NodeOptions options = new NodeOptions();
    options.setInitialConf(cluster);
    options.setFsm(registers);
    options.setLogUri(data.resolve("log").toString());
    options.setRaftMetaUri(data.resolve("meta").toString());
    RpcServer rpc = RaftRpcServerFactory.createRaftRpcServer(self.getEndpoint());
    rpc.registerProcessor(this);
    node = new RaftGroupService(GROUP, self, options, rpc).start();
  }

  /** Serves until it is killed. */
  public static void main(String[] args) throws Exception {
    SofaServer server = new SofaServer(PeerId.parsePeer(args[0]), args[1], Path.of(args[3]));
    InetSocketAddress told =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]));
    HttpServer http = HttpServer.create(told, 0);
    http.createContext(
        "/metrics",
        exchange -> {
          byte[] page = server.metrics().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    http.start();
  }

  @Override
  public String interest() {
    return SofaRequest.class.getName();
  }

  @Override
  public void handleRequest(RpcContext client, SofaRequest request) {
    ByteBuffer data = ByteBuffer.wrap(request.words());
    List<String> words = SofaRequest.words(data);
    if (words.getFirst().equals(SofaRequest.GET)) {
      read(client, words.get(1));
    } else {
      node.apply(new Task(data, new SofaRegisters.Applied(client)));
    }
  }

  private void read(RpcContext client, String key) {
    node.readIndex(
        new byte[0],
        new ReadIndexClosure() {
          @Override
          public void run(Status status, long index, byte[] context) {
            client.sendResponse(new SofaAnswer(status.isOk(), registers.read(key)));
          }
        });
  }

  /** As Prometheus scrapes it; how often RocksDB has synced its log, it tells in words only. */
  private String metrics() {
    StringWriter said = new StringWriter();
    if (node instanceof NodeImpl described) {
      described.describe(new Describer.DefaultPrinter(new PrintWriter(said)));
    }
    Matcher synced = SYNCED.matcher(said.toString());
    String syncs = synced.find() ? synced.group(1) : "NaN";
    return "leader " + (node.isLeader() ? 1 : 0) + "\nsyncs " + syncs + "\n";
  }
}
