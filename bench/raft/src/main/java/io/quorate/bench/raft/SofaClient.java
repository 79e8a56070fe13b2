package io.quorate.bench.raft;

import com.alipay.sofa.jraft.error.RemotingException;
import com.alipay.sofa.jraft.option.CliOptions;
import com.alipay.sofa.jraft.rpc.RpcClient;
import com.alipay.sofa.jraft.util.Endpoint;
import com.alipay.sofa.jraft.util.RpcFactoryHelper;

/** SOFAJRaft's own client of its own transport. */
final class SofaClient implements RegisterClient {
  private static final int PATIENCE_MILLIS = 20_000;

  private final RpcClient client;
  private final Endpoint server;

  SofaClient(int port) {
    server = new Endpoint("127.0.0.1", port);
    client = RpcFactoryHelper.rpcFactory().createRpcClient();
    client.init(new CliOptions());
  }

  @Override
  public void put(String key, String value, Done done) {
    ask(SofaRequest.put(key, value), done);
  }

  @Override
  public void get(String key, Done done) {
    ask(SofaRequest.get(key), done);
  }

  @Override
  public void cas(String key, String from, String to, Done done) {
    ask(SofaRequest.cas(key, from, to), done);
  }

  @Override
  public void close() {
    client.shutdown();
  }

  private void ask(SofaRequest request, Done done) {
    try {
      client.invokeAsync(
          server,
          request,
          (answer, e) -> done.done(e == null && answer instanceof SofaAnswer said && said.isDone()),
          PATIENCE_MILLIS);
    } catch (RemotingException e) {
      done.done(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      done.done(false);
    }
  }
}
