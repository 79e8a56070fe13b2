package io.quorate.cluster.hosts;

import io.quorate.cluster.deploy.Deployment;
import io.quorate.cluster.deploy.Sleeper;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.local.LocalWorld;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of its own that starts three processes, pauses one, and waits to be killed. */
final class DyingToolkit {
  private DyingToolkit() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Ledger ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    LocalWorld world = LocalWorld.open(directory.resolve("work"), 3, 1, Hearing.SOUND, ledger);
    Deployment deployment = new Deployment(world, new Sleeper(), ledger);
    deployment.install();
    deployment.start();
    List<Daemon> daemons = List.copyOf(deployment.daemons().values());
    daemons.getFirst().pause();
    daemons.forEach(daemon -> System.out.println(daemon.identity().orElseThrow().pid()));
    System.out.println("ready");
    System.out.flush();
    System.in.read();
  }
}
