package io.quorate.raft.machine;

import io.quorate.raft.Bytes;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The clients' sessions (thesis 6.3): what each was answered, as long as it may ask again. Part of
 * the state, so that all servers agree on it; a session is known by the index that opened it.
 *
 * <p>There is a bound for everything, kept in the order of the log and never by a clock: when there
 * are too many sessions the one goes whose last command is the longest ago.
 *
 * <p>An image of all copies none: afterwards each session is copied before it is first changed.
 */
final class Sessions {
  private static final class Session {
    /** The number of images when it was made: an older one is in an image, too. */
    private final long images;

    private long used;
    private long answered = 1;
    private final TreeMap<Long, Result> answers = new TreeMap<>();

    Session(long images) {
      this.images = images;
    }

    Session copy(long now) {
      Session copy = new Session(now);
      copy.used = used;
      copy.answered = answered;
      copy.answers.putAll(answers);
      return copy;
    }
  }

  private final StateLimits limits;
  private final TreeMap<Long, Session> sessions = new TreeMap<>();

  /** How many images share sessions with these, or did. */
  private long images;

  /** None. */
  Sessions(StateLimits limits) {
    this.limits = limits;
  }

  /** Opens one by the entry at {@code index}. */
  Result open(long index) {
    if (sessions.size() >= limits.maxSessions()) {
      sessions.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().used))
          .map(Map.Entry::getKey)
          .ifPresent(sessions::remove);
    }
    Session session = new Session(images);
    session.used = index;
    sessions.put(index, session);
    return new Result.Opened(index);
  }

  /**
   * What is said instead of executing an update, or null when it is to be executed.
   *
   * @param answered forgets the answers below this number
   * @param index of the entry
   */
  @Nullable Result insteadOf(long number, long sequence, long answered, long index) {
    Session session = own(number);
    if (session == null) {
      return new Result.Lost("there is no session " + number + " any more");
    }
    session.used = index;
    session.answered = Math.max(session.answered, answered);
    session.answers.headMap(session.answered).clear();
    if (sequence < session.answered) {
      return new Result.Lost("its answer was forgotten, as the client allowed");
    }
    Result before = session.answers.get(sequence);
    if (before == null && session.answers.size() >= limits.maxAnswers()) {
      return new Result.Refused(
          "the session has "
              + limits.maxAnswers()
              + " updates of which no answer is known to have come");
    }
    return before;
  }

  /** Remembers what an update was answered. */
  void remember(long number, long sequence, Result result) {
    Session session = own(number);
    if (session != null) {
      session.answers.put(sequence, result);
    }
  }

  /** One that may be changed: no image has it. */
  private @Nullable Session own(long number) {
    Session session = sessions.get(number);
    if (session != null && session.images < images) {
      session = session.copy(images);
      sessions.put(number, session);
    }
    return session;
  }

  /** What they are now, to be read on any thread; each is copied before it is next changed. */
  Sessions share() {
    Sessions image = new Sessions(limits);
    image.sessions.putAll(sessions);
    images++;
    return image;
  }

  /**
   * As bytes.
   *
   * <pre>
   * session = number:8 used:8 answered:8 count:4, by sequence: sequence:8 kind:1 what it says
   * </pre>
   */
  void save(Pieces out) {
    out.next().putInt(sessions.size());
    sessions.forEach((number, session) -> {
      out.next().putLong(number).putLong(session.used).putLong(session.answered);
      out.next().putInt(session.answers.size());
      session.answers.forEach((sequence, result) -> save(result, out.next().putLong(sequence)));
    });
  }

  private static void save(Result result, Bytes out) {
    switch (result) {
      case Result.Done done -> out.putByte(0);
      case Result.Mismatch mismatch -> out.putByte(1);
      case Result.Held held -> out.putByte(2).putValue(held.value());
      case Result.Full full -> out.putByte(3);
      case Result.Opened opened -> throw new IllegalStateException("no update opens a session");
      case Result.Lost lost -> throw new IllegalStateException("no answer to remember");
      case Result.Refused refused -> throw new IllegalStateException("no answer to remember");
    }
  }

  /** Makes them what they were. */
  void restore(StateReader in) {
    sessions.clear();
    for (int left = in.getCount(); left > 0; left--) {
      Session session = new Session(images);
      long number = in.getLong();
      session.used = in.getLong();
      session.answered = in.getLong();
      for (int more = in.getCount(); more > 0; more--) {
        session.answers.put(in.getLong(), result(in));
      }
      sessions.put(number, session);
    }
  }

  private static Result result(StateReader in) {
    return switch (in.getByte()) {
      case 0 -> Result.DONE;
      case 1 -> Result.MISMATCH;
      case 2 -> new Result.Held(in.getValue());
      case 3 -> Result.FULL;
      default -> throw new IllegalArgumentException("an answer of unknown kind");
    };
  }
}
