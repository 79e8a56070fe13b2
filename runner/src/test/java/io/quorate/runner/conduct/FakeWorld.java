package io.quorate.runner.conduct;

import io.quorate.cluster.Address;
import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.LinkControl;
import io.quorate.cluster.LinkTraffic;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Site;
import io.quorate.cluster.Tunnel;
import io.quorate.cluster.World;
import io.quorate.history.Link;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A world of hosts on which nothing can be run; it writes down what is done to it. */
record FakeWorld(int nodes, InetSocketAddress server, Capabilities capabilities, List<String> done)
    implements World {
  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    for (int n = 1; n <= nodes; n++) {
      String node = "n" + n;
      sites.add(
          new Site(
              node, "c" + n, new Mute(node), "/d/" + node, "/j", new TreeMap<>(), new TreeMap<>()));
    }
    return sites;
  }

  @Override
  public Address dial(String from, String node) {
    return new Address(server.getAddress().getHostAddress(), server.getPort());
  }

  @Override
  public Optional<LinkControl> links() {
    return Optional.of(new Links(done));
  }

  @Override
  public void close() {
    done.add("world closed");
  }

  /** A host that fails at every command. */
  private record Mute(String node) implements Remote {
    @Override
    public CommandResult run(Command command) {
      throw failure(command.shellLine());
    }

    @Override
    public boolean upload(Path local, String path) {
      throw failure("upload " + path);
    }

    @Override
    public boolean uploadText(String text, String path) {
      throw failure("upload " + path);
    }

    @Override
    public boolean download(String path, Path local, long limitBytes) {
      throw failure("download " + path);
    }

    @Override
    public Tunnel openTunnel(int port) {
      throw failure("tunnel to " + port);
    }

    private RemoteException failure(String what) {
      return new RemoteException(node, what, "the host is mute", null);
    }

    @Override
    public void close() {}
  }

  /** Links that only remember that they were healed. */
  private record Links(List<String> done) implements LinkControl {
    @Override
    public void cut(String fault, Collection<Link> links) {
      done.add("cut");
    }

    @Override
    public void delay(String fault, Collection<Link> links, Duration delay, Duration jitter) {
      done.add("delayed");
    }

    @Override
    public void lift(String fault) {
      done.add("lifted");
    }

    @Override
    public void liftAll() {
      done.add("links healed");
    }

    @Override
    public void reset(Collection<Link> links) {
      done.add("reset");
    }

    @Override
    public SortedSet<Link> cut() {
      return new TreeSet<>();
    }

    @Override
    public SortedSet<Link> links() {
      return new TreeSet<>();
    }

    @Override
    public LinkTraffic traffic(Link link) {
      return new LinkTraffic(0, 0, 0);
    }
  }
}
