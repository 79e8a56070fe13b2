package io.quorate.raft.machine;

import io.quorate.raft.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as one would write it down without a care for room: nothing is ever forgotten.
 */
final class NaiveMachine {
  private record Update(long session, long sequence) {}

  private final TreeMap<String, String> registers = new TreeMap<>();
  private final Map<Long, Long> floors = new HashMap<>();
  private final Map<Update, Result> answers = new HashMap<>();

  private final long maxChars;

  NaiveMachine(long maxChars) {
    this.maxChars = maxChars;
  }

  Map<String, String> contents() {
    return registers;
  }

  Map<String, String> scan(String prefix, @Nullable String after, int most) {
    TreeMap<String, String> page = new TreeMap<>();
    registers.forEach((key, value) -> {
      boolean wanted = key.startsWith(prefix) && (after == null || key.compareTo(after) > 0);
      if (wanted && page.size() < most) {
        page.put(key, value);
      }
    });
    return page;
  }

  Result apply(long index, Command command) {
    return switch (command) {
      case Command.Noop noop -> Result.DONE;
      case Command.Configure configure -> Result.DONE;
      case Command.Update update -> update(update);
      case Command.OpenSession open -> {
        floors.put(index, 1L);
        yield new Result.Opened(index);
      }
      case Command.InSession once -> once(once);
    };
  }

  private Result once(Command.InSession once) {
    Long floor = floors.get(once.session());
    if (floor == null) {
      return new Result.Lost("there is no session " + once.session() + " any more");
    }
    floors.put(once.session(), Math.max(floor, once.answered()));
    if (once.sequence() < Math.max(floor, once.answered())) {
      return new Result.Lost("its answer was forgotten, as the client allowed");
    }
    Update update = new Update(once.session(), once.sequence());
    if (!answers.containsKey(update)) {
      answers.put(update, update(once.update()));
    }
    return answers.getOrDefault(update, Result.DONE);
  }

  private Result update(Command.Update update) {
    String held = registers.get(update.key());
    return switch (update) {
      case Command.Write write -> put(write.key(), write.value());
      case Command.CompareAndSet cas -> {
        boolean equal = held == null ? cas.expected() == null : held.equals(cas.expected());
        yield equal ? put(cas.key(), cas.replacement()) : Result.MISMATCH;
      }
      case Command.Delete delete -> held == null ? Result.MISMATCH : put(delete.key(), null);
      case Command.Append append ->
          put(append.key(), held == null ? append.suffix() : held + append.suffix());
      case Command.Add add -> {
        if (held != null && !isNumber(held)) {
          yield Result.MISMATCH;
        }
        long sum = (held == null ? 0 : Long.parseLong(held)) + add.delta();
        yield put(add.key(), "" + sum).equals(Result.DONE) ? new Result.Held(held) : Result.FULL;
      }
    };
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> "0123456789".indexOf(c) >= 0);
  }

  private Result put(String key, @Nullable String value) {
    TreeMap<String, String> next = new TreeMap<>(registers);
    if (value == null) {
      next.remove(key);
    } else {
      next.put(key, value);
    }
    if (value != null && chars(next) > maxChars && chars(next) > chars(registers)) {
      return Result.FULL;
    }
    registers.clear();
    registers.putAll(next);
    return Result.DONE;
  }

  private static long chars(Map<String, String> all) {
    long[] sum = new long[1];
    all.forEach((key, value) -> sum[0] += 4 + key.length() + value.length());
    return sum[0];
  }
}
