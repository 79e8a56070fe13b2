package io.quorate.raft.shell.admin;

import io.quorate.raft.protocol.ClientResponse.Status;
import io.quorate.raft.protocol.JsonText;
import java.util.List;
import java.util.Locale;

/** What a server believes it is, as one object of JSON. */
final class StatusText {
  static final String TYPE = "application/json";

  private StatusText() {}

  static String of(Survey survey) {
    Status status = survey.status();
    StringBuilder out = new StringBuilder(256);
    out.append("{\"node\":");
    JsonText.quote(status.node(), out);
    out.append(",\"serving\":").append(survey.serving());
    out.append(",\"role\":");
    JsonText.quote(status.role().name().toLowerCase(Locale.ROOT), out);
    out.append(",\"term\":").append(status.term());
    out.append(",\"leader\":");
    JsonText.value(status.leader() == null ? "" : status.leader(), out);
    out.append(",\"commit\":").append(status.commit());
    out.append(",\"applied\":").append(status.applied());
    names("voters", survey.configuration().quorum().voters(), out);
    names("outgoing", survey.configuration().quorum().outgoing(), out);
    names("learners", survey.configuration().learners(), out);
    out.append(",\"bugs\":");
    JsonText.quote(String.join(",", status.bugs()), out);
    return out.append("}\n").toString();
  }

  private static void names(String field, List<String> names, StringBuilder out) {
    out.append(",\"").append(field).append("\":");
    JsonText.quote(String.join(",", names), out);
  }
}
