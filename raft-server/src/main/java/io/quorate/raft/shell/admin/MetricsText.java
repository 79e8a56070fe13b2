package io.quorate.raft.shell.admin;

import io.quorate.raft.Role;
import io.quorate.raft.protocol.ClientResponse.Status;
import io.quorate.raft.shell.disk.SyncTimes;
import io.quorate.raft.shell.net.Refusal;
import java.math.BigDecimal;
import java.util.Locale;

/** A survey in the text format that Prometheus scrapes (exposition format 0.0.4). */
final class MetricsText {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder out = new StringBuilder(4096);

  private MetricsText() {}

  static String of(Survey survey) {
    MetricsText text = new MetricsText();
    text.consensus(survey);
    text.requests(survey);
    text.syncs(survey.syncs());
    return text.out.toString();
  }

  private void consensus(Survey survey) {
    Status status = survey.status();
    head("term", "gauge", "Latest term this server has seen.");
    line("term", "", status.term());
    head("role", "gauge", "1 for the role this server has.");
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      line("role", "{role=\"" + name + "\"}", role == status.role() ? 1 : 0);
    }
    head("commit_index", "gauge", "Last log index known to be committed.");
    line("commit_index", "", status.commit());
    head("applied_index", "gauge", "Last log index given to the state machine.");
    line("applied_index", "", status.applied());
    head("peer_match_index", "gauge", "Last log index durable at a peer, as the leader knows.");
    survey.matches().forEach((peer, at) -> line("peer_match_index", label("peer", peer), at));
  }

  private void requests(Survey survey) {
    head("requests_total", "counter", "Requests taken.");
    line("requests_total", "{kind=\"proposal\"}", survey.counts().proposals());
    line("requests_total", "{kind=\"read\"}", survey.counts().reads());
    head("requests_refused_total", "counter", "Requests refused for load, size or form.");
    line("requests_refused_total", "", survey.counts().refused());
    head("connections_refused_total", "counter", "Connections of others that were closed.");
    for (Refusal why : Refusal.values()) {
      String label = label("why", why.name().toLowerCase(Locale.ROOT));
      line("connections_refused_total", label, survey.refusals().getOrDefault(why, 0L));
    }
    head("requests_open", "gauge", "Requests taken and not answered yet.");
    line("requests_open", "", survey.counts().open());
    head("log_bytes", "gauge", "Length of the write-ahead log.");
    line("log_bytes", "", survey.counts().logBytes());
  }

  private void syncs(SyncTimes syncs) {
    head("disk_sync_seconds", "histogram", "Time of the calls that make writes durable.");
    for (int i = 0; i < SyncTimes.BOUNDS_NANOS.size(); i++) {
      String bound = seconds(SyncTimes.BOUNDS_NANOS.get(i));
      line("disk_sync_seconds_bucket", label("le", bound), syncs.upTo().get(i));
    }
    line("disk_sync_seconds_bucket", label("le", "+Inf"), syncs.count());
    out.append("quorate_raft_disk_sync_seconds_sum ").append(seconds(syncs.nanos())).append('\n');
    line("disk_sync_seconds_count", "", syncs.count());
  }

  private void head(String name, String type, String help) {
    out.append("# HELP quorate_raft_").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE quorate_raft_").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, long value) {
    out.append("quorate_raft_").append(name).append(labels).append(' ').append(value).append('\n');
  }

  /** Names of nodes are letters, digits, dots, _ and -: nothing to escape. */
  private static String label(String name, String value) {
    return "{" + name + "=\"" + value + "\"}";
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
