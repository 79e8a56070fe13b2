package io.quorate.runner.conduct;

import io.quorate.cluster.Command;
import io.quorate.cluster.Site;
import io.quorate.cluster.World;
import io.quorate.cluster.process.DaemonSpec;
import io.quorate.history.Evidence;
import io.quorate.history.Link;
import io.quorate.nemesis.NodeView;
import io.quorate.runner.RegisterServer;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.ControlPath;
import io.quorate.systems.Framing;
import io.quorate.systems.SystemUnderTest;
import io.quorate.workload.ClientSession;
import java.util.List;
import java.util.Set;

/**
 * A system that needs no process: its clients speak to a server of the test's own.
 *
 * @param views what its nodes say of themselves
 * @param logs what it claims to write on every host
 * @param broken the steps at which it fails: {@code install}, {@code control}, {@code close}
 * @param done where it writes down what is done to it
 */
record FakeSystem(List<NodeView> views, List<String> logs, Set<String> broken, List<String> done)
    implements SystemUnderTest {
  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<String> bugs() {
    return List.of();
  }

  @Override
  public void install(Site site) {
    fail("install");
    done.add("installed " + site.node());
  }

  @Override
  public DaemonSpec daemon(Site site) {
    return new DaemonSpec("fake", Command.of("true"), "/log", "/pid");
  }

  @Override
  public void wipe(Site site) {}

  @Override
  public List<String> logs(Site site) {
    return logs;
  }

  @Override
  public ControlPath control(World world) {
    fail("control");
    done.add("control opened");
    return new Control();
  }

  @Override
  public ClientSession session(ClientPlace place) {
    return RegisterServer.session(place);
  }

  @Override
  public Framing framing() {
    return RegisterServer.LINES;
  }

  private void fail(String step) {
    if (broken.contains(step)) {
      throw new IllegalStateException(step + " failed");
    }
  }

  private final class Control implements ControlPath {
    @Override
    public List<NodeView> observe() {
      fail("observe");
      return views;
    }

    @Override
    public List<Evidence.Probe> probe(List<Link> links) {
      return List.of();
    }

    @Override
    public void close() {
      done.add("control closed");
      fail("close");
    }
  }
}
