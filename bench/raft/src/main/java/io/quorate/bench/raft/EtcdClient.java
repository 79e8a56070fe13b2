package io.quorate.bench.raft;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KV;
import io.etcd.jetcd.op.Cmp;
import io.etcd.jetcd.op.CmpTarget;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.PutOption;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** etcd by way of jetcd. */
final class EtcdClient implements RegisterClient {
  private final Client client;
  private final KV kv;

  EtcdClient(String endpoint) {
    client = Client.builder().endpoints(endpoint).build();
    kv = client.getKVClient();
  }

  @Override
  public void put(String key, String value, Done done) {
    tell(kv.put(bytes(key), bytes(value)), answer -> true, done);
  }

  @Override
  public void get(String key, Done done) {
    tell(kv.get(bytes(key)), answer -> true, done);
  }

  @Override
  public void cas(String key, String from, String to, Done done) {
    tell(
        kv.txn()
            .If(new Cmp(bytes(key), Cmp.Op.EQUAL, CmpTarget.value(bytes(from))))
            .Then(Op.put(bytes(key), bytes(to), PutOption.DEFAULT))
            .commit(),
        answer -> answer.isSucceeded(),
        done);
  }

  @Override
  public void close() {
    kv.close();
    client.close();
  }

  private static <T> void tell(CompletableFuture<T> future, Predicate<T> good, Done done) {
    CompletableFuture<T> told =
        future.whenComplete((answer, e) -> done.done(e == null && good.test(answer)));
    assert told != null;
  }

  private static ByteSequence bytes(String text) {
    return ByteSequence.from(text, StandardCharsets.UTF_8);
  }
}
