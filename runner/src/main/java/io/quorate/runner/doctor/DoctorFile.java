package io.quorate.runner.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** {@code doctor.json}: what was looked at, for machines. */
public final class DoctorFile {
  /** The version of the form this code writes; grows when a reader of the old one would err. */
  public static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DoctorFile() {}

  /** Returns the text of the file. */
  public static String text(List<Check> checks) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION);
    json.put("ok", checks.stream().allMatch(Check::isOk));
    var array = json.putArray("checks");
    for (Check check : checks) {
      ObjectNode each = array.addObject();
      each.put("place", check.place());
      each.put("what", check.what());
      each.put("state", check.state().name().toLowerCase(Locale.ROOT));
      each.put("found", check.found());
      if (!check.remedy().isEmpty()) {
        each.put("remedy", check.remedy());
      }
    }
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own cannot be written", e);
    }
  }
}
