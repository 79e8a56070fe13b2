package io.quorate.runner.conduct;

import io.quorate.cluster.World;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.runner.plan.Plan;
import java.nio.file.Path;

/** Opens the world that a plan names. */
@FunctionalInterface
public interface Worlds {
  /**
   * Brings the hosts and links of {@code plan} up.
   *
   * @param folder the run's folder, below which local hosts keep their files
   * @param ledger takes everything that is started before it is
   */
  World open(Plan plan, Path folder, Ledger ledger);
}
