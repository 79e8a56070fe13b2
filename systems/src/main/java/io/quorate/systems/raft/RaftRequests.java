package io.quorate.systems.raft;

import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.workload.library.Functions;

/** What is asked, as the server's protocol says it. */
final class RaftRequests {
  /** The register of a workload that has only one. */
  static final String ONLY_KEY = "register";

  private RaftRequests() {}

  /**
   * Returns the request; IllegalArgumentException with a sentence when the server has none such.
   */
  static ClientRequest of(long id, Invocation invocation) {
    String key = invocation.key() == null ? ONLY_KEY : invocation.key();
    return switch (invocation.function()) {
      case Functions.READ -> new ClientRequest.Read(id, key);
      case Functions.WRITE ->
          new ClientRequest.Write(id, key, RaftValues.toRegister(invocation.argument()));
      case Functions.CAS -> {
        if (!(invocation.argument() instanceof Value.Sequence pair) || pair.items().size() != 2) {
          throw new IllegalArgumentException("cas needs [expected, replacement]");
        }
        yield new ClientRequest.CompareAndSet(
            id,
            key,
            RaftValues.toRegister(pair.items().get(0)),
            RaftValues.toRegister(pair.items().get(1)));
      }
      case Functions.APPEND ->
          ClientRequest.Execute.append(id, key, RaftValues.toItem(invocation.argument()));
      default ->
          throw new IllegalArgumentException("raft has no function " + invocation.function());
    };
  }

  /**
   * Returns an update in a session; IllegalArgumentException with a sentence when the server has
   * none such.
   */
  static ClientRequest inSession(long id, long session, long sequence, Invocation invocation) {
    String key = invocation.key() == null ? ONLY_KEY : invocation.key();
    if (!invocation.function().equals(Functions.APPEND)) {
      throw new IllegalArgumentException("raft has no update " + invocation.function());
    }
    String item = RaftValues.toItem(invocation.argument());
    return ClientRequest.Execute.append(id, session, sequence, key, item);
  }
}
