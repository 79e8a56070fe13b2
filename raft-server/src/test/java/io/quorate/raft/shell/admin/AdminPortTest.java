package io.quorate.raft.shell.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.Configuration;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.server.Counts;
import io.quorate.raft.shell.disk.SyncTimes;
import io.quorate.raft.shell.net.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminPortTest {
  private Survey survey = survey(true);
  private AdminPort port;

  @BeforeEach
  void open() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    port = AdminPort.open(any, () -> CompletableFuture.completedFuture(survey));
  }

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void metricsAreInTheTextFormOfPrometheus() throws Exception {
    HttpResponse<String> answer = ask("GET", "/metrics");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue(MetricsText.TYPE);
    assertThat(answer.body().lines().toList())
        .allMatch(line -> line.matches("# (HELP|TYPE) \\S+ .+|[a-z_]+(\\{\\S+=\"\\S+\"})? [0-9.]+"))
        .contains(
            "quorate_raft_term 7",
            "quorate_raft_role{role=\"leader\"} 1",
            "quorate_raft_role{role=\"follower\"} 0",
            "quorate_raft_commit_index 41",
            "quorate_raft_peer_match_index{peer=\"n2\"} 40",
            "quorate_raft_requests_total{kind=\"proposal\"} 5",
            "quorate_raft_connections_refused_total{why=\"tls\"} 3",
            "quorate_raft_connections_refused_total{why=\"crowd\"} 0",
            "quorate_raft_disk_sync_seconds_bucket{le=\"0.00025\"} 1",
            "quorate_raft_disk_sync_seconds_bucket{le=\"0.001\"} 2",
            "quorate_raft_disk_sync_seconds_bucket{le=\"+Inf\"} 3",
            "quorate_raft_disk_sync_seconds_sum 2.0007")
        .doesNotHaveDuplicates();
  }

  @Test
  void theStatusIsOneObject() throws Exception {
    assertThat(ask("GET", "/status").body())
        .isEqualTo(
            "{\"node\":\"n1\",\"serving\":true,\"role\":\"leader\",\"term\":7,\"leader\":\"n1\","
                + "\"commit\":41,\"applied\":40,\"voters\":\"n1,n2\",\"outgoing\":\"\",\"learners\":\"n3\",\"bugs\":\"B07\"}\n");
  }

  @Test
  void whoHasNotRecoveredIsNotHealthy() throws Exception {
    HttpResponse<String> serving = ask("GET", "/healthz");
    survey = survey(false);
    HttpResponse<String> starting = ask("GET", "/healthz");

    assertThat(serving.statusCode()).isEqualTo(200);
    assertThat(starting.statusCode()).isEqualTo(503);
    assertThat(starting.body()).isEqualTo("starting\n");
  }

  @ParameterizedTest
  @CsvSource({"POST,/metrics,405", "GET,/metrics/x,404", "GET,/,404", "DELETE,/healthz,405"})
  void nothingElseIsAnswered(String method, String path, int code) throws Exception {
    assertThat(ask(method, path).statusCode()).isEqualTo(code);
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port.bound().getPort() + path);
      HttpRequest request =
          HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Survey survey(boolean serving) {
    return new Survey(
        new ClientResponse.Status(0, "n1", Role.LEADER, 7, "n1", 41, 40, List.of("B07")),
        serving,
        new Counts(5, 4, 1, 2, 900),
        SyncTimes.none().and(200_000).and(500_000).and(2_000_000_000),
        Map.of(Refusal.TLS, 3L),
        new TreeMap<>(Map.of("n2", 40L)),
        new Configuration(new Quorum(List.of("n1", "n2")), List.of("n3")));
  }
}
