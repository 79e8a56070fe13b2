package io.quorate.history.file;

import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Invocation;
import io.quorate.history.OpenOperations;
import io.quorate.history.json.JsonLimits;
import io.quorate.history.json.JsonWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history while the run goes on. For any number of threads; the order of the lines is the
 * order in which they took the lock, and gives each its number.
 *
 * <p>When {@link #append} returns, the operating system has the whole line: it survives the death
 * of this process, though not that of the machine, until {@link #close}. Nothing is kept back here,
 * not even completions, so that an invocation can be appended, then sent. A write that fails may
 * have left half a line; the writer is broken then and refuses everything after it.
 */
public final class HistoryWriter implements AutoCloseable {
  private final Path file;
  private final FileOutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private final JsonWriter json = new JsonWriter(JsonLimits.LINE);
  private final LineEncoder lines = new LineEncoder(json);
  private final OpenOperations<Invocation> open = new OpenOperations<>();
  private @Nullable IOException failure;

  /** A stream rather than a channel: an interrupt of the writing thread closes a channel. */
  private HistoryWriter(Path file, Header header) throws IOException {
    lines.header(header);
    this.file = Files.createFile(file);
    out = new FileOutputStream(file.toFile());
    writeThrough();
  }

  /**
   * Creates {@code file}, which must not exist, and writes its first line.
   *
   * @throws UncheckedIOException where the file cannot be created
   */
  public static HistoryWriter create(Path file, Header header) {
    if (header.version() != Header.CURRENT_VERSION) {
      throw new IllegalArgumentException("cannot write version " + header.version());
    }
    try {
      return new HistoryWriter(file, header);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * Appends {@code entry} and returns the order number it got.
   *
   * @throws io.quorate.history.IllegalSequenceException where no run can have this entry here;
   *     nothing is written
   * @throws IllegalArgumentException where the line is beyond the limits of {@link JsonLimits#LINE}
   * @throws UncheckedIOException where the file cannot be written, now or before
   */
  public long append(Entry entry) {
    lock.lock();
    try {
      if (failure != null) {
        throw failed(file, failure);
      }
      long order = open.next();
      encode(order, entry);
      writeThrough();
      return order;
    } catch (IOException e) {
      failure = e;
      throw failed(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Forces the file to the disk and closes it. */
  @Override
  public void close() {
    lock.lock();
    try (out) {
      if (out.getFD().valid()) {
        out.getFD().sync();
      }
    } catch (IOException e) {
      throw failed(file, e);
    } finally {
      failure = failure == null ? new IOException("the history is closed") : failure;
      lock.unlock();
    }
  }

  private void encode(long order, Entry entry) {
    switch (entry) {
      case Entry.Invoked e -> {
        lines.invoked(order, e);
        open.invoke(order, e, e.invocation());
      }
      case Entry.Completed e -> {
        lines.completed(order, e, open.of(e.process()));
        open.complete(order, e);
      }
      case Entry.Disturbed e -> {
        lines.disturbed(order, e);
        open.disturb(order, e);
      }
    }
  }

  private void writeThrough() throws IOException {
    out.write(json.bytes(), 0, json.size());
  }

  private static UncheckedIOException failed(Path file, IOException e) {
    return new UncheckedIOException("cannot write the history " + file + ": " + e, e);
  }
}
