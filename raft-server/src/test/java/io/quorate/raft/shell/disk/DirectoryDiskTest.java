package io.quorate.raft.shell.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.port.Disk;
import io.quorate.raft.port.Event;
import io.quorate.raft.shell.StorageMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDiskTest {
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Semaphore made = new Semaphore(0);

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsReadBackInOrder() throws IOException {
    try (DirectoryDisk disk = open()) {
      made(disk, "log", 13);
      disk.write("log", 0, bytes("one "));
      disk.write("log", 4, bytes("two "));
      disk.write("log", 8, bytes("three"));
      disk.write("log", 8, bytes("end "));

      assertThat(disk.read("log")).isEqualTo(bytes("one two end e"));
      assertThat(disk.list()).containsExactly("log");
    }
  }

  @Test
  void everySyncIsReportedOnceAndInOrder() throws IOException {
    try (DirectoryDisk disk = open()) {
      made(disk, "a", 1);
      made(disk, "b", 1);
      for (int token = 1; token <= 200; token++) {
        disk.write(token % 2 == 0 ? "a" : "b", 0, bytes("x"));
        disk.sync(token % 2 == 0 ? "a" : "b", token);
      }
    }

    assertThat(events).hasSize(202);
    for (int i = 1; i <= 200; i++) {
      assertThat(events.get(i + 1)).isEqualTo(new Event.Synced(i));
    }
  }

  @Test
  void aFileIsMadeWholeAndTakesThePlaceOfAnOlderOne() throws IOException {
    try (DirectoryDisk disk = open()) {
      disk.create("old", out -> out.accept(piece("old")), 3, true, 0);
      made.acquireUninterruptibly();
      disk.create("old", inPieces("n", "ew"), 2_000_000, true, 2);
    }

    assertThat(events).containsExactly(new Event.Synced(0), new Event.Synced(2));
    byte[] expected = Arrays.copyOf(bytes("new"), 2_000_000);
    assertThat(Files.readAllBytes(directory.resolve("raft/old"))).isEqualTo(expected);
    try (Stream<Path> files = Files.list(directory.resolve("raft"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aSegmentIsMadeWhileASnapshotStillIs() throws IOException {
    CountDownLatch encoded = new CountDownLatch(1);
    try (DirectoryDisk disk = open()) {
      disk.create("snapshot", out -> out.accept(piece(once(encoded))), 0, true, 1);
      try {
        made(disk, "log", 13);
        assertThat(events).containsExactly(new Event.Synced(0));
      } finally {
        encoded.countDown();
      }
    }

    assertThat(events).containsExactly(new Event.Synced(0), new Event.Synced(1));
  }

  @Test
  void whatACrashLeftHalfMadeIsRemoved() throws IOException {
    Files.createDirectory(directory.resolve("raft"));
    Files.writeString(directory.resolve("raft/log.new"), "half");

    try (DirectoryDisk disk = open()) {
      assertThat(disk.list()).isEmpty();
    }
  }

  @Test
  void aFileRemovedIsGoneAndMayBeRemovedAgain() throws IOException {
    try (DirectoryDisk disk = open()) {
      made(disk, "gone", 1);
      disk.write("gone", 0, bytes("x"));
      disk.delete("gone");
      disk.delete("gone");

      assertThat(disk.list()).isEmpty();
    }
  }

  @Test
  void closingDoesWhatWasQueued() throws IOException {
    DirectoryDisk disk = open();
    made(disk, "log", 10);
    disk.write("log", 0, bytes("last words"));
    disk.sync("log", 1);
    disk.close();

    assertThat(Files.readString(directory.resolve("raft/log"))).isEqualTo("last words");
    assertThat(events).containsExactly(new Event.Synced(0), new Event.Synced(1));
  }

  @Test
  void afterAFailureNothingIsReportedDurableAnyMore() throws IOException {
    try (DirectoryDisk disk = open()) {
      made(disk, "other", 1);
      Files.createDirectory(directory.resolve("raft/log"));
      disk.write("other", 0, bytes("x"));
      disk.write("log", 0, bytes("x"));
      disk.sync("other", 1);
      disk.sync("log", 2);
    }

    assertThat(events).hasSize(2);
    assertThat(events.getLast()).isInstanceOf(Event.DiskFailed.class);
  }

  @Test
  void aFileThatCannotBeMadeIsAFailureOfTheDisk() throws IOException {
    try (DirectoryDisk disk = open()) {
      Files.createDirectories(directory.resolve("raft/log/full"));
      disk.create("log", out -> out.accept(piece("x")), 1, true, 1);
    }

    assertThat(events).singleElement().isInstanceOf(Event.DiskFailed.class);
  }

  @Test
  void aLargeFileIsMadeOfSmallPiecesAndReadInParts() throws IOException {
    byte[] large = new byte[1_500_000];
    new SplittableRandom(1).nextBytes(large);
    try (DirectoryDisk disk = open()) {
      disk.create("snapshot", out -> inTurn(large, 7_001, out), 0, true, 0);
      made.acquireUninterruptibly();

      assertThat(disk.read("snapshot")).isEqualTo(large);
      assertThat(disk.read("snapshot", 700_000, 99))
          .isEqualTo(Arrays.copyOfRange(large, 700_000, 700_099));
    }
  }

  /** In one room that is used again. */
  private static void inTurn(byte[] large, int size, Consumer<ByteBuffer> out) {
    ByteBuffer room = ByteBuffer.allocate(size);
    for (int at = 0; at < large.length; at += size) {
      room.clear().put(large, at, Math.min(size, large.length - at));
      out.accept(room.flip());
    }
  }

  @Test
  void aPartThatIsNotThereIsAFailureOfTheDisk() throws IOException {
    try (DirectoryDisk disk = open()) {
      made(disk, "snapshot", 10);

      assertThat(disk.read("snapshot", 5, 6)).isNull();
    }

    assertThat(events.getLast()).isInstanceOf(Event.DiskFailed.class);
  }

  @Test
  void aFileThatIsNotThereCannotBeRead() throws IOException {
    try (DirectoryDisk disk = open()) {
      assertThatThrownBy(() -> disk.read("nothing")).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void aNameThatLeadsOutOfTheDirectoryIsTheCallersMistake() throws IOException {
    try (DirectoryDisk disk = open()) {
      assertThatThrownBy(() -> disk.read("../lock")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aDirectoryTakenIsNotTakenAgainUntilLetGo() throws IOException {
    try (DirectoryLock first = DirectoryLock.take(directory.resolve("d"))) {
      assertThat(Files.readString(directory.resolve("d/lock")).strip())
          .isEqualTo(Long.toString(ProcessHandle.current().pid()));
      assertThat(first).isNotNull();
    }
    DirectoryLock.take(directory.resolve("d")).close();
  }

  private DirectoryDisk open() throws IOException {
    return DirectoryDisk.open(directory.resolve("raft"), new StorageMode.Usual(), this::happened);
  }

  private void happened(Event event) {
    events.add(event);
    if (event.equals(new Event.Synced(0))) {
      made.release();
    }
  }

  private void made(DirectoryDisk disk, String file, long length) {
    disk.create(file, out -> {}, length, true, 0);
    made.acquireUninterruptibly();
  }

  private static Disk.Content inPieces(String... texts) {
    return out -> List.of(texts).forEach(text -> out.accept(piece(text)));
  }

  private static String once(CountDownLatch encoded) {
    try {
      encoded.await();
      return "state";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteBuffer piece(String text) {
    return ByteBuffer.wrap(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
