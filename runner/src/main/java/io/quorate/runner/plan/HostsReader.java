package io.quorate.runner.plan;

import io.quorate.cluster.Address;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.cluster.ssh.HostKey;
import io.quorate.nemesis.yaml.Fields;
import io.quorate.nemesis.yaml.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file that names your hosts:
 *
 * <pre>
 * hosts:
 *   - address: 192.168.1.21
 *     user: quorate
 *     key: ~/.ssh/id_ed25519
 *     host-key: SHA256:...        # or known-hosts: a file
 * </pre>
 */
public final class HostsReader {
  private static final int SSH_PORT = 22;
  private static final int FIRST_PORT = 7400;
  private static final int MAX_PORT = 65_535;
  private static final int PORTS_A_NODE = 3;
  private static final String WORK_DIRECTORY = "/tmp/quorate";
  private static final List<String> KNOWN =
      List.of(
          "address",
          "port",
          "user",
          "key",
          "known-hosts",
          "host-key",
          "sudo",
          "directory",
          "java-home",
          "first-port");

  private HostsReader() {}

  /**
   * Returns the hosts that {@code text} names; the first is n1.
   *
   * @param source how sentences call the text
   * @param directory what the paths in it are relative to
   */
  public static List<HostSpec> read(String source, String text, Path directory) {
    Item document = Item.document(source, text);
    List<Item> items = document.fields(List.of("hosts")).required("hosts").items(Plan.MAX_NODES);
    List<HostSpec> hosts = new ArrayList<>();
    for (Item item : items) {
      hosts.add(placed(hosts.size() + 1, item, directory));
    }
    if (hosts.isEmpty()) {
      throw document.complaint("at least one host is needed");
    }
    return hosts;
  }

  /** What a host refuses of itself is told with its place, like all else. */
  private static HostSpec placed(int number, Item item, Path directory) {
    try {
      return host(number, item, directory);
    } catch (IllegalArgumentException e) {
      throw item.complaint(String.valueOf(e.getMessage()));
    }
  }

  private static HostSpec host(int number, Item item, Path directory) {
    Fields host = item.fields(KNOWN);
    int port = host.get("port").map(p -> (int) p.number(1, MAX_PORT)).orElse(SSH_PORT);
    int first =
        host.get("first-port")
            .map(p -> (int) p.number(1, MAX_PORT - PORTS_A_NODE))
            .orElse(FIRST_PORT);
    return new HostSpec(
        "n" + number,
        new Address(host.required("address").text(), port),
        host.required("user").text(),
        path(host.required("key").text(), directory),
        hostKey(item, host, directory),
        host.get("sudo").map(Item::flag).orElse(false),
        host.get("directory").map(Item::text).orElse(WORK_DIRECTORY),
        host.get("java-home").map(Item::text),
        first);
  }

  private static HostKey hostKey(Item item, Fields host, Path directory) {
    Optional<HostKey> known =
        host.get("known-hosts").map(file -> new HostKey.KnownHosts(path(file.text(), directory)));
    Optional<HostKey> fingerprint =
        host.get("host-key").map(print -> new HostKey.Fingerprint(print.text()));
    return fingerprint
        .or(() -> known)
        .orElseThrow(() ->
            item.complaint(
                "a host proves itself by host-key (a fingerprint, SHA256:...) or known-hosts"
                    + " (a file); one of them is missing"));
  }

  private static Path path(String text, Path directory) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home")).resolve(text.substring(2))
        : directory.resolve(text);
  }
}
