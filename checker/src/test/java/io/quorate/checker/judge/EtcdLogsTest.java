package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Certificate;
import io.quorate.checker.Options;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The histories Jepsen recorded of etcd, where they are at hand beside the project. */
class EtcdLogsTest {
  private static final Path SHARED = Path.of("../../shared/histories");
  private static final Path DEEPER = Path.of("../../../shared/histories");

  @Test
  void everyLogIsAsItsManifestSays(TestReporter reporter) throws IOException {
    Path folder = Files.exists(SHARED) ? SHARED : DEEPER;
    Path manifest = folder.resolve("manifest.csv");
    assumeTrue(Files.exists(manifest), "no histories beside the project: 0 of them checked");
    List<String> rows =
        Files.readAllLines(manifest).stream()
            .filter(row -> row.startsWith("porcupine/jepsen/"))
            .toList();

    for (String row : rows) {
      Path log = folder.resolve(row.substring(0, row.indexOf(',')));
      History history = TextHistory.of("cas-register", Files.readString(log));
      Analysis analysis =
          Checker.check(
              history,
              Models.casRegister(),
              Options.of(Budget.of(10, 256), System::nanoTime).withCertificates());

      boolean expected = row.contains(",true,");
      assertThat(analysis.overall().rank()).as(row).isEqualTo(expected ? 0 : 2);
      if (analysis.keys().getFirst().verdict() instanceof Verdict.Linearizable legal) {
        assertThat(
                Certificate.verify(
                    history, Models.casRegister(), FailedCas.OBSERVE, null, legal.order()))
            .as(row)
            .isEmpty();
      }
    }

    reporter.publishEntry("etcd logs checked", Integer.toString(rows.size()));
    assertThat(rows).isNotEmpty();
  }
}
