package io.quorate.cluster.deploy;

import io.quorate.cluster.Command;
import io.quorate.cluster.Site;
import io.quorate.cluster.process.DaemonSpec;
import java.util.List;

/** A system that does nothing but be there. */
public final class Sleeper implements Database {
  @Override
  public String name() {
    return "sleeper";
  }

  @Override
  public void install(Site site) {
    site.remote().uploadText("exec sleep 600\n", site.directory() + "/program");
  }

  @Override
  public DaemonSpec daemon(Site site) {
    String home = site.directory();
    Command command =
        Command.of("sh", "-c", "echo \"$1 starts\"; . ./program", "sh", site.node()).in(home);
    return new DaemonSpec("sleeper", command, home + "/log", home + "/pid");
  }

  @Override
  public void wipe(Site site) {
    site.remote().exec("rm", "-f", site.directory() + "/program").orThrow();
  }

  @Override
  public List<String> logs(Site site) {
    return List.of(site.directory() + "/log", site.directory() + "/never-written");
  }
}
