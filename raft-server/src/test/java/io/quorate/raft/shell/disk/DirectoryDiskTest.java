package io.quorate.raft.shell.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.port.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDiskTest {
  private final List<Event> events = new CopyOnWriteArrayList<>();

  @TempDir Path directory;

  @Test
  void whatWasAppendedIsReadBackInOrderAndTruncationCutsTheEnd() throws IOException {
    try (DirectoryDisk disk = open()) {
      disk.append("log", bytes("one "));
      disk.append("log", bytes("two "));
      disk.append("log", bytes("three"));
      disk.truncate("log", 8);
      disk.append("log", bytes("end"));

      assertThat(disk.read("log")).isEqualTo(bytes("one two end"));
      assertThat(disk.list()).containsExactly("log");
    }
  }

  @Test
  void everySyncIsReportedOnceAndInOrder() throws IOException {
    try (DirectoryDisk disk = open()) {
      for (int token = 1; token <= 200; token++) {
        disk.append(token % 2 == 0 ? "a" : "b", bytes("x"));
        disk.sync(token % 2 == 0 ? "a" : "b", token);
      }
      disk.syncDirectory(201);
    }

    assertThat(events).hasSize(201);
    for (int i = 0; i < 201; i++) {
      assertThat(events.get(i)).isEqualTo(new Event.Synced(i + 1));
    }
  }

  @Test
  void aFileIsReplacedAtOnceAndGoesOnUnderItsNewName() throws IOException {
    try (DirectoryDisk disk = open()) {
      disk.append("meta", bytes("old"));
      disk.append("meta.new", bytes("new"));
      disk.sync("meta.new", 1);
      disk.rename("meta.new", "meta");
      disk.syncDirectory(2);
      disk.append("meta", bytes("er"));
      disk.append("gone", bytes("x"));
      disk.delete("gone");
      disk.delete("gone");

      assertThat(disk.list()).containsExactly("meta");
      assertThat(disk.read("meta")).isEqualTo(bytes("newer"));
    }
  }

  @Test
  void closingDoesWhatWasQueued() throws IOException {
    DirectoryDisk disk = open();
    disk.append("log", bytes("last words"));
    disk.sync("log", 1);
    disk.close();

    assertThat(Files.readString(directory.resolve("raft/log"))).isEqualTo("last words");
    assertThat(events).containsExactly(new Event.Synced(1));
  }

  @Test
  void afterAFailureNothingIsReportedDurableAnyMore() throws IOException {
    try (DirectoryDisk disk = open()) {
      Files.createDirectory(directory.resolve("raft/log"));
      disk.append("other", bytes("x"));
      disk.append("log", bytes("x"));
      disk.sync("other", 1);
      disk.sync("log", 2);
    }

    assertThat(events).singleElement().isInstanceOf(Event.DiskFailed.class);
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
    return DirectoryDisk.open(directory.resolve("raft"), events::add);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
