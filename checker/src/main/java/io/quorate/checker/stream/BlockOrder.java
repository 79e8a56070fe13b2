package io.quorate.checker.stream;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of which something has returned, by their first return, and who must precede whom: a
 * block precedes every other one that an operation was invoked of after its first return. Two that
 * must precede each other have no legal order.
 */
final class BlockOrder {
  private final NavigableMap<Long, Block> blocks = new TreeMap<>();

  /** No operation still open was invoked before this. */
  private long watermark = Cluster.BEFORE_ALL;

  /** Of the blocks that returned before the watermark, the one invoked last. */
  private @Nullable Block latest;

  /** Takes in a block of which an operation has just returned for the first time. */
  void add(Block block) {
    blocks.put(block.firstReturn, block);
  }

  /** Leaves out a block that is about to become part of another one. */
  void remove(Block block) {
    if (block.returned()) {
      blocks.remove(block.firstReturn);
    }
    latest = latest == block ? null : latest;
  }

  /** Takes in what two blocks have become. */
  void merged(Block block) {
    if (block.returned()) {
      add(block);
      settle(block);
    }
  }

  /**
   * Looks around after {@code block} got a later invocation, or became larger.
   *
   * @return a block that it must precede and that must precede it, or null
   */
  @Nullable Block turned(Block block) {
    settle(block);
    if (block.lastInvocation <= block.told) {
      return null;
    }
    for (Block before : blocks.subMap(block.told, false, block.lastInvocation, false).values()) {
      if (before.lastInvocation > block.firstReturn) {
        return before;
      }
      before.supersededBy(block);
    }
    block.told = block.lastInvocation;
    return null;
  }

  private void settle(Block block) {
    boolean settled = block.firstReturn < watermark;
    if (settled && (latest == null || latest.lastInvocation < block.lastInvocation)) {
      latest = block;
    }
  }

  /**
   * Hands the blocks to {@code retired} that no operation can see any more without being turned: an
   * operation of a later block returned before everything that is open was invoked.
   */
  void advance(long oldestOpen, Consumer<Block> retired) {
    if (oldestOpen > watermark) {
      NavigableMap<Long, Block> reached = blocks.subMap(watermark, true, oldestOpen, false);
      watermark = oldestOpen;
      reached.values().forEach(this::settle);
    }
    if (latest == null) {
      return;
    }
    Iterator<Block> earlier = blocks.headMap(latest.lastInvocation, false).values().iterator();
    while (earlier.hasNext()) {
      Block block = earlier.next();
      if (block != latest) {
        earlier.remove();
        retired.accept(block);
      }
    }
  }
}
