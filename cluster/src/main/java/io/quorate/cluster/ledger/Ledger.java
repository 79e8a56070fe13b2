package io.quorate.cluster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file {@code ledger.jsonl} of a run. Safe for use by several threads.
 *
 * <p>Each line is a flat JSON object of strings with an {@code event}: {@code intended} is forced
 * to disk before the act begins, {@code landed} adds what is known once it is done, {@code undone}
 * says that nothing of it is left. An act that is intended and not undone may be in force, in
 * whole, in part or not at all: that is what a heal has to find out. Every method throws {@link
 * UncheckedIOException} if the file cannot be written; the act must then not be done.
 */
public final class Ledger implements AutoCloseable {
  static final String EVENT = "event";
  static final String ID = "id";
  static final String KIND = "kind";
  static final String PLACE = "place";
  static final String INTENDED = "intended";
  static final String LANDED = "landed";
  static final String UNDONE = "undone";

  private final Path file;
  private final FileChannel channel;
  private long nextId;

  private Ledger(Path file, FileChannel channel, long nextId) {
    this.file = file;
    this.channel = channel;
    this.nextId = nextId;
  }

  /** Opens the ledger at {@code file} for more lines; makes it and its directory if missing. */
  public static Ledger open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      long nextId = Files.exists(file) ? LedgerReading.of(file).nextId() : 0;
      FileChannel channel = FileChannel.open(file, CREATE, WRITE, APPEND);
      Ledger ledger = new Ledger(file, channel, nextId);
      ledger.endTornLine();
      return ledger;
    } catch (IOException e) {
      throw new UncheckedIOException("no ledger at " + file, e);
    }
  }

  /** A line cut off by a crash must not swallow the next one. */
  private void endTornLine() throws IOException {
    byte[] all = Files.readAllBytes(file);
    if (all.length > 0 && all[all.length - 1] != '\n') {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
    }
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Writes that something is about to be done, and returns only when this is on disk. */
  public synchronized Act intend(Act.Kind kind, String place, Map<String, String> facts) {
    Act act = new Act(nextId++, kind, place, new TreeMap<>(facts));
    append(INTENDED, act, act.facts());
    return act;
  }

  /** Writes that {@code act} is done, and what became known by it; returns the fuller act. */
  public synchronized Act landed(Act act, Map<String, String> facts) {
    append(LANDED, act, new TreeMap<>(facts));
    return act.with(facts);
  }

  /** Writes that nothing of {@code act} is left. */
  public synchronized void undone(Act act) {
    append(UNDONE, act, new TreeMap<>());
  }

  private void append(String event, Act act, SortedMap<String, String> facts) {
    SortedMap<String, String> line = new TreeMap<>(facts);
    line.put(EVENT, event);
    line.put(ID, Long.toString(act.id()));
    line.put(KIND, act.kind().name());
    line.put(PLACE, act.place());
    try {
      ByteBuffer bytes = ByteBuffer.wrap((FlatJson.write(line) + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be written: " + file, e);
    }
  }

  /** Closes the file; acts still in force stay in it as such. Idempotent. */
  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger did not close: " + file, e);
    }
  }
}
