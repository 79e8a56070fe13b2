package io.quorate.raft.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SimDiskTest {
  private static final int SEEDS = 20;

  @Test
  void aNameThatWasNotSyncedMayBeLostWithThePower() {
    TreeSet<List<String>> left = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (int seed = 0; seed < SEEDS; seed++) {
      SimDisk disk = new SimDisk(token -> {});
      made(disk, "log", false);
      disk.write("log", 0, new byte[] {1});
      disk.sync("log", 2);
      disk.completeOldest();

      disk.losePower(new SplittableRandom(seed));

      left.add(disk.list());
    }

    assertThat(left).containsExactlyInAnyOrder(List.of(), List.of("log"));
  }

  @Test
  void aSyncOfTheDirectoryMakesAllNamesDurable() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SimDisk disk = new SimDisk(token -> {});
      made(disk, "log", false);
      made(disk, "snapshot", true);

      disk.losePower(new SplittableRandom(seed));

      assertThat(disk.list()).containsExactly("log", "snapshot");
    }
  }

  @Test
  void whoOpensADirectoryMakesItsNamesDurable() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SimDisk disk = new SimDisk(token -> {});
      made(disk, "log", false);
      disk.kill();
      disk.list();

      disk.losePower(new SplittableRandom(seed));

      assertThat(disk.list()).containsExactly("log");
    }
  }

  @Test
  void aSyncIsDoneBehindThoseBeforeItAndWaitsForNoFile() {
    SimDisk disk = new SimDisk(token -> {});
    made(disk, "log", true);
    disk.create("snapshot", out -> out.accept(ByteBuffer.allocate(1)), 1, true, 2);
    disk.sync("log", 3);
    disk.sync("log", 4);
    disk.sync("log", 5);

    assertThat(disk.complete(4)).containsExactly(3L, 4L);
    assertThat(disk.complete(3)).isEmpty();
    assertThat(disk.list()).containsExactly("log");
    assertThat(disk.complete(2)).containsExactly(2L);
    assertThat(disk.list()).containsExactly("log", "snapshot");
    assertThat(disk.complete(5)).containsExactly(5L);
    assertThat(disk.syncing()).isFalse();
  }

  private static void made(SimDisk disk, String file, boolean named) {
    disk.create(file, out -> out.accept(ByteBuffer.allocate(1)), 1, named, 1);
    disk.completeOldest();
  }
}
