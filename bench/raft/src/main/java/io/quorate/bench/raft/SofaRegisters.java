package io.quorate.bench.raft;

import com.alipay.sofa.jraft.Closure;
import com.alipay.sofa.jraft.Iterator;
import com.alipay.sofa.jraft.Status;
import com.alipay.sofa.jraft.core.StateMachineAdapter;
import com.alipay.sofa.jraft.rpc.RpcContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Registers as a state machine of SOFAJRaft. */
final class SofaRegisters extends StateMachineAdapter {
  /** Answers a request once it is applied. */
  static final class Applied implements Closure {
    private final RpcContext client;
    private volatile boolean matched;

    Applied(RpcContext client) {
      this.client = client;
    }

    @Override
    public void run(Status status) {
      client.sendResponse(new SofaAnswer(status.isOk() && matched, null));
    }
  }

  private final Map<String, String> registers = new ConcurrentHashMap<>();

  @Override
  public void onApply(Iterator entries) {
    while (entries.hasNext()) {
      boolean matched = execute(SofaRequest.words(entries.getData()));
      if (entries.done() instanceof Applied applied) {
        applied.matched = matched;
        applied.run(Status.OK());
      }
      entries.next();
    }
  }

  private boolean execute(List<String> words) {
    String key = words.get(1);
    if (words.getFirst().equals(SofaRequest.PUT)) {
      registers.put(key, words.get(2));
      return true;
    }
    return registers.replace(key, words.get(2), words.get(3));
  }

  @Nullable String read(String key) {
    return registers.get(key);
  }
}
