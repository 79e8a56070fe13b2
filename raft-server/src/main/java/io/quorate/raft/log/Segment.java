package io.quorate.raft.log;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a log file says. The file is made whole, so a bad head is never a torn write.
 *
 * <pre>
 * head = "QRAFTLG3" salt:8 number:8 length:8 crc:4
 * </pre>
 *
 * @param salt of this log, the same in all its segments
 * @param number from 1
 * @param length of the file in bytes
 */
record Segment(long salt, long number, long length) {
  /** Bytes before the first frame. */
  static final int HEAD = 36;

  private static final long MAGIC = 0x51524146544C4733L;
  private static final Pattern NAME = Pattern.compile("log-(\\d{8,18})");

  static String name(long number) {
    return String.format(Locale.ROOT, "log-%08d", number);
  }

  /** The number of the segment in the file of this name, if it is one. */
  static OptionalLong number(String file) {
    Matcher name = NAME.matcher(file);
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  /** The name of its file. */
  String file() {
    return name(number);
  }

  byte[] head() {
    ByteBuffer head =
        ByteBuffer.allocate(HEAD).putLong(MAGIC).putLong(salt).putLong(number).putLong(length);
    return head.putInt(crc(head.array())).array();
  }

  /** What the file says of itself, or null when its head is not whole. */
  static @Nullable Segment of(byte[] file) {
    if (file.length < HEAD) {
      return null;
    }
    ByteBuffer head = ByteBuffer.wrap(file);
    boolean whole = head.getLong() == MAGIC && head.getInt(HEAD - 4) == crc(file);
    return whole ? new Segment(head.getLong(), head.getLong(), head.getLong()) : null;
  }

  private static int crc(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 0, HEAD - 4);
    return (int) crc.getValue();
  }
}
