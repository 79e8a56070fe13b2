package io.quorate.workload;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import java.util.List;

/**
 * The pure logic of one client worker of a system: what it sends, when it gives up, what it makes
 * of an answer. It owns no socket and no clock; a world moves the bytes and keeps the timers.
 *
 * <p>The one rule that makes verdicts true: an answer of {@link Completion.Fail} is given only
 * where the operation surely was not and will not be executed; every doubt is {@code Info}.
 */
public interface ClientSession {
  /** Takes one input and answers with what is to be done, in this order. */
  List<Effect> step(Input input);

  /** What happens to a session. */
  sealed interface Input {
    /** A new operation begins. The previous one has completed. */
    record Start(Invocation invocation) implements Input {}

    /** One whole frame came from {@code node}. */
    record Received(String node, byte[] frame) implements Input {}

    /**
     * No connection to {@code node}, or it was lost. After {@code Send}, whether the bytes left is
     * unknown unless {@code surelyUnsent}.
     */
    record Disconnected(String node, boolean surelyUnsent) implements Input {}

    /** The timer set last under this token fired. */
    record TimedOut(long token) implements Input {}
  }

  /** What a session wants done. */
  sealed interface Effect {
    /** Send this frame to {@code node}, connecting first when needed. */
    record Send(String node, byte[] frame) implements Effect {}

    /** Wake the session after {@code delayNanos} with {@code token}; replaces any earlier timer. */
    record SetTimer(long token, long delayNanos) implements Effect {}

    /** The operation is over; {@code node} answered, or was asked last. */
    record Complete(Completion completion, String node) implements Effect {}
  }
}
