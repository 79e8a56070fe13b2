package io.quorate.raft.shell.net;

import io.quorate.raft.port.Event;
import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import io.quorate.raft.shell.StorageMode;
import io.quorate.raft.shell.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The network of server n1 with one peer n2, on real sockets and with a clock of the test's. */
final class NetFixture {
  final List<Event> events = new ArrayList<>();
  final StringBuilder log = new StringBuilder();
  final AtomicLong now = new AtomicLong(1);

  SocketNetwork open(int peerPort, @Nullable Tls tls) throws IOException {
    Settings settings =
        new Settings(
            "n1",
            "test",
            List.of(new Endpoint("127.0.0.1", 0)),
            new TreeMap<>(Map.of("n2", new Endpoint("127.0.0.1", peerPort))),
            List.of("n1", "n2"),
            false,
            null,
            tls,
            new StorageMode.Usual(),
            Path.of("unused"),
            Path.of("unused"),
            0,
            null,
            Duration.ofMillis(300),
            Duration.ofMillis(150),
            Duration.ofMillis(60),
            true,
            false,
            1,
            List.of(),
            false);
    return SocketNetwork.open(
        settings, new ServerLog("n1", log), events::add, () -> false, now::get);
  }
}
